import { operations as schemas } from "@wickr-admin/mock/operations";
import {
  InvalidInput,
  type OperationSchema,
  type ServerRequest,
  type ServerResponse,
  checkInput,
  checkNoBody,
  countedIds,
  createRouter,
  readRequest,
  writeError,
  writeInvalidInput,
  writeResponse,
} from "@wickr-admin/runtime/mock";
import { errorResponse } from "./faults/break-response.js";
import type { OperationName } from "./operations/operation.js";

/** Does what an operation does. */
export type Act = (operation: OperationName, input: object) => object | undefined;

const router = /* @__PURE__ */ createRouter<OperationSchema>(Object.values(schemas));
const NO_PARAMETERS = /* @__PURE__ */ new URLSearchParams();

/**
 * Answers requests at the wire: routes, decodes, checks, acts and encodes, all of it at once. Nothing in
 * the simulator has to be waited for, and not waiting is what makes it fast.
 */
export class WireService {
  readonly #act: Act;
  readonly #requestId = countedIds();

  constructor(act: Act) {
    this.#act = act;
  }

  answer(request: ServerRequest): ServerResponse {
    const { status, headers, body } = this.#run(request);
    return {
      status,
      headers: { "x-amzn-requestid": this.#requestId(), ...headers },
      body: request.method === "HEAD" ? undefined : body,
    };
  }

  #run(request: ServerRequest): ServerResponse {
    const found = route(request.method, request.url);
    if (!found) {
      return errorResponse(
        404,
        "UnknownOperationException",
        "No operation has this method and path.",
      );
    }
    const { operation, labels, query } = found;
    try {
      const input = readRequest(operation, request, labels, query);
      checkInput(operation, input);
      checkNoBody(operation, request);
      return writeResponse(operation, this.#act(operation.name as OperationName, input) ?? {});
    } catch (error) {
      if (error instanceof InvalidInput) return writeInvalidInput(operation, error);
      return writeError(operation.errors, error);
    }
  }
}

/** Which operation a request is for. */
export const operationOf = (method: string, url: string): OperationName | undefined =>
  route(method, url)?.operation.name as OperationName | undefined;

const route = (method: string, url: string) => {
  const at = url.indexOf("?");
  const query = at < 0 ? NO_PARAMETERS : new URLSearchParams(joinSortFields(url.slice(at)));
  const match = router(method, at < 0 ? url : url.slice(0, at), query);
  return match && { operation: match.target, labels: match.labels, query };
};

/** A `+` between sort fields that the caller left as it is would be read as a space. */
const joinSortFields = (query: string): string =>
  query.includes("sortFields=")
    ? query.replace(
        /([?&]sortFields=)([^&]*)/,
        (_, name: string, value: string) => name + value.replaceAll(/\+|%20/g, "%2B"),
      )
    : query;
