import { InvalidInput, checkInput, writeInvalidInput } from "./check-input.js";
import type { ServerRequest, ServerResponse } from "./http.js";
import { checkNoBody } from "./negotiate.js";
import { getOwn } from "./properties.js";
import { readRequest } from "./read-request.js";
import { type Match, createRouter } from "./route.js";
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

/** What an operation gives: at once, or later. */
export type Output = object | undefined | Promise<object | undefined>;

/**
 * Does what the operation does: returns its output or throws one of its errors.
 *
 * @typeParam Context - Whatever the caller of the service passes along with the request.
 */
export type Act<Context, Given extends Output = Output> = (call: Call, context: Context) => Given;

/** An answer: at once where the output is there at once, else later. */
export type Answered<Given extends Output> =
  Given extends Promise<unknown> ? Promise<ServerResponse> : ServerResponse;

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
export interface Service<Context, Given extends Output = Output> {
  /** The operation that a request is for; undefined if it is for none of them. */
  readonly operationOf: (method: string, url: string) => OperationSchema | undefined;
  /** Answers a request. Never fails: whatever goes wrong becomes an error response. */
  readonly answer: (request: ServerRequest, context: Context) => Answered<Given>;
}

/**
 * Serves operations: routes, reads, checks, lets `act` act, and writes what comes of it. Nothing of this
 * waits by itself: where `act` gives its outputs at once, the answers are there at once, too.
 */
export const createService = <Context, Given extends Output = Output>(
  operations: Iterable<OperationSchema>,
  act: Act<Context, Given>,
  options: ServiceOptions = {},
): Service<Context, Given> => {
  const list = [...operations];
  const route = createRouter(list);
  const errors = errorsOf(list);
  const { validate = true, defaults = true, requestId = countedIds() } = options;

  const understand = (
    { target: operation, labels, query }: Match<OperationSchema>,
    request: ServerRequest,
  ): Call => {
    const input = readRequest(operation, request, labels, query, defaults);
    if (validate) checkInput(operation, input);
    checkNoBody(operation, request);
    return { operation, input, attempt: attemptOf(request) };
  };

  const finish = (request: ServerRequest, response: ServerResponse): ServerResponse => ({
    status: response.status,
    headers: { "x-amzn-requestid": requestId(), ...response.headers },
    body: request.method === "HEAD" || isBodiless(response.status) ? undefined : response.body,
  });

  const fail = (operation: OperationSchema, error: unknown): ServerResponse =>
    error instanceof InvalidInput
      ? writeInvalidInput(operation, error)
      : writeError([...operation.errors, ...errors], error);

  const answer = (
    request: ServerRequest,
    context: Context,
  ): ServerResponse | Promise<ServerResponse> => {
    const match = route(request.method, request.url);
    if (!match) return finish(request, UNKNOWN);
    const { target: operation } = match;
    try {
      const output = act(understand(match, request), context);
      if (!isThenable(output)) return finish(request, writeResponse(operation, output ?? {}));
      return Promise.resolve(output)
        .then((value) => writeResponse(operation, value ?? {}))
        .catch((error: unknown) => fail(operation, error))
        .then((response) => finish(request, response));
    } catch (error) {
      return finish(request, fail(operation, error));
    }
  };

  return {
    operationOf: (method, url) => route(method, url)?.target,
    answer: answer as Service<Context, Given>["answer"],
  };
};

/** Promises may be of another realm, or of another make. */
const isThenable = (output: Output): output is Promise<object | undefined> =>
  typeof (output as { readonly then?: unknown } | undefined)?.then === "function";

const UNKNOWN = /* @__PURE__ */ errorResponse(404, "UnknownOperationException", {
  message: "No operation has this method and path.",
});

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
