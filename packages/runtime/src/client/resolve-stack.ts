import type { Handler, MetadataBearer, MiddlewareStack } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";
import { type AnyOperation, executionContext } from "./execution-context.js";
import type { SendOptions } from "./send-options.js";

/** Sends the request that the middleware has made. */
type Send = Parameters<MiddlewareStack<object, MetadataBearer>["resolve"]>[0];

/** The stack's middleware around the client's HTTP handler, which is looked up at each request. */
export const resolveStack = <Input extends object, Output extends MetadataBearer>(
  stack: MiddlewareStack<Input, Output>,
  config: ResolvedConfig,
  operation: AnyOperation,
  command?: object,
  options?: SendOptions,
): Handler<Input, Output> => {
  const handlerOptions = options ?? {};
  const send: Send = (args) =>
    config.requestHandler.handle(args.request as never, handlerOptions) as never;
  return stack.resolve(send as never, executionContext(config, operation, command, options));
};
