import { type HttpHandler, http } from "msw";
import type { Simulator } from "./simulator.js";

/** A handler of msw that answers requests for the simulator, and leaves all others alone. */
export const createMswHandler = (
  simulator: Simulator,
  accepts: (request: Request) => boolean,
): HttpHandler =>
  http.all("*", async ({ request }) => {
    if (!accepts(request)) return undefined;
    const response = await simulator.handle(request);
    return response.type === "error" ? brokenConnection() : response;
  });

/**
 * In Node, msw turns `Response.error()` into an error that no client takes for a broken connection; a body
 * that fails becomes what a client sees of one. Browsers fail as they should.
 */
const brokenConnection = (): Response => {
  const isNode = "process" in globalThis && globalThis.process?.versions?.node !== undefined;
  if (!isNode) return Response.error();
  const pull = (controller: ReadableStreamDefaultController): void =>
    controller.error(Object.assign(new Error("socket hang up"), { code: "ECONNRESET" }));
  return new Response(new ReadableStream({ pull }));
};
