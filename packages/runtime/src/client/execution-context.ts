import type { HandlerExecutionContext } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";
import type { Operation } from "../operation.js";
import type { SendOptions } from "./send-options.js";

/** Under this key Smithy's middleware finds what belongs to the call. */
const SMITHY_CONTEXT = "__smithy_context";

/** An operation whatever its shapes. */
// eslint-disable-next-line typescript/no-explicit-any -- internal: middleware passes values through
export type AnyOperation = Operation<any, any>;

/** What middleware knows of the call it handles. */
interface ExecutionContext extends HandlerExecutionContext {
  readonly currentOperation: AnyOperation;
}

/** The operation that the context belongs to. */
export const operationOf = (context: HandlerExecutionContext): AnyOperation =>
  (context as ExecutionContext).currentOperation;

const asIs = (value: unknown) => value;

/** A context for calls of the operation; the logger is looked up when it is used. */
export const executionContext = (
  config: ResolvedConfig,
  operation: AnyOperation,
  command: object | undefined,
  options: SendOptions | undefined,
): ExecutionContext => ({
  get logger() {
    return config.logger;
  },
  clientName: `${config.serviceId}Client`,
  commandName: `${operation.name}Command`,
  inputFilterSensitiveLog: operation.redactInput ?? asIs,
  outputFilterSensitiveLog: operation.redactOutput ?? asIs,
  currentOperation: operation,
  [SMITHY_CONTEXT]: {
    service: config.serviceId,
    operation: operation.name,
    ...(command && { commandInstance: command as never }),
    // Aborts what waits for a retry; the request itself is aborted by the handler.
    ...(options?.abortSignal && { abortSignal: options.abortSignal }),
  },
});
