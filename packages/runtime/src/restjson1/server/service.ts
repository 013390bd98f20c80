import { InvalidInput, checkInput, writeInvalidInput } from "./check-input.js";
import type { ServerRequest, ServerResponse } from "./http.js";
import { checkNoBody } from "./negotiate.js";
import { getOwn } from "./properties.js";
import { readRequest } from "./read-request.js";
import { type Router, createRouter } from "./route.js";
import type { ErrorSchema, OperationSchema } from "./schema.js";
import { errorResponse, writeError } from "./write-error.js";
import { writeResponse } from "./write-response.js";

/** A call that was understood. */
export interface Call<Input extends object = object> {
  readonly operation: OperationSchema;
  readonly input: Input;
  /** Counts from 1: which try of the client's this is. */
  readonly attempt: number;
}

/**
 * Does what the operation does: returns its output or throws one of its errors.
 *
 * @typeParam Context - Whatever the caller of the service passes along with the request.
 */
export type Implement<Context> = (
  call: Call,
  context: Context,
) => object | undefined | Promise<object | undefined>;

/** How a service answers. Every member has a default. */
export interface ServiceOptions {
  /** Whether inputs are checked against the model's constraints before they are acted on. True if not given. */
  readonly validate?: boolean;
  /** Whether members that a request leaves out get the defaults of the model. True if not given. */
  readonly defaults?: boolean;
  /** Makes the `x-amzn-requestid` of an answer. They are counted if it is not given. */
  readonly requestId?: () => string;
}

/** The server half of restJson1 for some operations. */
export interface Service<Context> {
  /** Whether a request is for one of the operations. */
  readonly knows: (method: string, url: string) => boolean;
  /** Answers a request. Never fails: whatever goes wrong becomes an error response. */
  readonly answer: (request: ServerRequest, context: Context) => Promise<ServerResponse>;
}

/** Serves operations: routes, decodes, checks, lets `implement` act, and encodes what comes of it. */
export const createService = <Context>(
  operations: Iterable<OperationSchema>,
  implement: Implement<Context>,
  options: ServiceOptions = {},
): Service<Context> => {
  const list = [...operations];
  const router = createRouter(list);
  const errors = errorsOf(list);
  const { validate = true, defaults = true, requestId = countedIds() } = options;

  const run = async (request: ServerRequest, context: Context): Promise<ServerResponse> => {
    const found = route(router, request.method, request.url);
    if (!found)
      return errorResponse(404, "UnknownOperationException", {
        message: "No operation has this method and path.",
      });
    const { target: operation, labels, query } = found;
    try {
      const input = readRequest(operation, request, labels, query, defaults);
      if (validate) checkInput(operation, input);
      checkNoBody(operation, request);
      const output = await implement({ operation, input, attempt: attemptOf(request) }, context);
      return writeResponse(operation, output ?? {});
    } catch (error) {
      if (error instanceof InvalidInput) return writeInvalidInput(operation, error);
      return writeError([...operation.errors, ...errors], error);
    }
  };

  return {
    knows: (method, url) => route(router, method, url) !== undefined,
    answer: async (request, context) => {
      const response = await run(request, context);
      const headers = { "x-amzn-requestid": requestId(), ...response.headers };
      const body =
        request.method === "HEAD" || isBodiless(response.status) ? undefined : response.body;
      return { status: response.status, headers, body };
    },
  };
};

const route = <Target>(router: Router<Target>, method: string, url: string) => {
  const at = url.indexOf("?");
  const query = new URLSearchParams(at < 0 ? "" : url.slice(at + 1));
  const match = router(method, at < 0 ? url : url.slice(0, at), query);
  return match && { ...match, query };
};

/** Errors of any operation may be thrown by any other, when a test asks for it. */
const errorsOf = (operations: readonly OperationSchema[]): ErrorSchema[] => [
  ...new Map(
    operations.flatMap(({ errors }) => errors).map((error) => [error.name, error]),
  ).values(),
];

const attemptOf = (request: ServerRequest): number => {
  const header = getOwn(request.headers, "amz-sdk-request");
  const attempt =
    typeof header === "string" ? /(?:^|[;\s])attempt=(\d+)/.exec(header)?.[1] : undefined;
  return attempt === undefined ? 1 : Number(attempt);
};

/** Statuses that HTTP sends without a body. */
const isBodiless = (status: number): boolean =>
  status === 0 || status === 204 || status === 205 || status === 304;

/** Request ids that look real and are the same in every run. */
export const countedIds = (): (() => string) => {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, "0")}`;
};
