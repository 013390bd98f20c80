import type { HttpHandler } from "msw";
import type { CallContext } from "./behavior.js";
import {
  type Answer,
  type Call,
  type EndpointOptions,
  type OperationSchema,
  createRouter,
  createService,
  exampleOutput,
  locator,
  readFetchRequest,
  toResponse,
} from "@wickr-admin/runtime/server";
import { createHandler } from "./msw-handler.js";
import { isProperties } from "../restjson1/server/properties.js";
import { type Delay, wait } from "./wait.js";

/** What a resolver gets: the decoded input and the request it came in. */
export interface ResolverCall<Input extends object> extends CallContext {
  readonly input: Input;
}

/** Answers a call: returns an output or throws one of the client's errors. */
export type Resolver<Input extends object, Output extends object> = (
  call: ResolverCall<Input>,
) => Answer<Output> | undefined | Promise<Answer<Output> | undefined>;

/** How a handler answers: a function, an output, or an error. */
export type HandlerAnswer<Input extends object, Output extends object> =
  | Resolver<Input, Output>
  | Answer<Output>
  | Error;

/** How a handler of one operation answers. */
export interface HandlerOptions extends EndpointOptions {
  /** Answers one request only. */
  readonly once?: boolean | undefined;
  /** Milliseconds before each answer. */
  readonly delay?: Delay | undefined;
  /** Whether inputs are checked against the model's constraints first. True if not given. */
  readonly validate?: boolean | undefined;
}

/** A handler of msw for one operation. Without an answer it gives the model's example. */
export const handleOperation = <Input extends object, Output extends object>(
  operation: OperationSchema<Input, Output>,
  answer?: HandlerAnswer<Input, Output>,
  options: HandlerOptions = {},
): HttpHandler => {
  const { endpoint, once = false, delay, validate = true } = options;
  const react = reactionOf(operation, answer);
  const service = createService(
    [operation],
    async ({ input, attempt }: Call, request: Request) =>
      react({ input: input as Input, operation: operation.name, request, attempt }),
    { validate, defaults: false },
  );
  const locate = locator(endpoint);
  const owns = ownership(operation);
  return createHandler(
    `${operation.method} ${operation.uri}`,
    (request) => {
      const url = locate(request.url);
      return url !== undefined && owns(request.method, url);
    },
    async (request) => {
      const copy = request.clone();
      const received = await readFetchRequest(request, locate(request.url) ?? "");
      await wait(delay);
      return toResponse(await service.answer(received, copy));
    },
    { once },
  );
};

const reactionOf = <Input extends object, Output extends object>(
  operation: OperationSchema<Input, Output>,
  answer: HandlerAnswer<Input, Output> | undefined,
): Resolver<Input, Output> => {
  if (answer === undefined) return () => exampleOutput(operation) as Answer<Output>;
  if (typeof answer === "function") return answer as Resolver<Input, Output>;
  if (answer instanceof Error || (isProperties(answer) && "$fault" in answer)) {
    return () => {
      throw answer;
    };
  }
  return () => answer as Answer<Output>;
};

/**
 * Whether a request is the operation's own. Paths of other operations may fit its pattern, and fit their
 * own better: those are left to their handlers, whatever the order of handlers is.
 */
const ownership = (operation: OperationSchema): ((method: string, url: string) => boolean) => {
  const others = (operation.yieldsTo ?? []).map((uri) => ({ method: operation.method, uri }));
  const route = createRouter([operation, ...others]);
  return (method, url) => route(method, url)?.target === operation;
};
