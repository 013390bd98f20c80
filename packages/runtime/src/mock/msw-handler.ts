import { toMswResponse } from "./msw-response.js";
import { HttpHandler, type RequestHandlerOptions } from "msw";

/** A handler of msw that decides itself which requests are its own. */
export const createHandler = (
  label: string,
  accepts: (request: Request) => boolean,
  answer: (request: Request) => Promise<Response>,
  options?: RequestHandlerOptions,
): HttpHandler => new ServiceHandler(label, accepts, answer, options);

class ServiceHandler extends HttpHandler {
  readonly #accepts: (request: Request) => boolean;

  constructor(
    label: string,
    accepts: (request: Request) => boolean,
    answer: (request: Request) => Promise<Response>,
    options?: RequestHandlerOptions,
  ) {
    super(/.*/, "*", async ({ request }) => toMswResponse(await answer(request)), options);
    this.#accepts = accepts;
    // What `listHandlers` and unhandled-request warnings show.
    this.info.header = label;
  }

  // The base class matches by the result of this: method and path of the model, not a pattern of msw's.
  override async parse({ request }: { request: Request }) {
    return { match: { matches: this.#accepts(request), params: {} }, cookies: {} };
  }
}
