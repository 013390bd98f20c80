import { constructStack } from "@smithy/core/client";
import type {
  Command as SmithyCommand,
  Handler,
  MetadataBearer,
  MiddlewareStack,
} from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";
import type { Operation } from "../operation.js";
import { resolveStack } from "./resolve-stack.js";
import type { SendOptions } from "./send-options.js";

/** One call to make: an operation and its input. Clients send it. */
export class Command<Input extends object, Output extends MetadataBearer> implements SmithyCommand<
  object,
  Input,
  MetadataBearer,
  Output,
  ResolvedConfig
> {
  /** The input as given. */
  readonly input: Input;
  /** What the generator knows of the operation. */
  readonly operation: Operation<Input, Output>;
  private ownStack: MiddlewareStack<Input, Output> | undefined;

  constructor(input: Input | undefined, operation: Operation<Input, Output>) {
    this.input = input ?? ({} as Input);
    this.operation = operation;
  }

  /** Middleware for this command alone. Made on demand: few commands have any. */
  get middlewareStack(): MiddlewareStack<Input, Output> {
    return (this.ownStack ??= constructStack<Input, Output>());
  }

  /** Whether anyone asked for middleware of this command's own. */
  get hasMiddleware(): boolean {
    return this.ownStack !== undefined;
  }

  /** The client's and the command's middleware around the client's HTTP handler. */
  resolveMiddleware<Inputs extends object, Outputs extends MetadataBearer>(
    clientStack: MiddlewareStack<Inputs, Outputs>,
    config: ResolvedConfig,
    options?: SendOptions,
  ): Handler<Input, Output> {
    const stack =
      this.ownStack === undefined ? clientStack : clientStack.concat(this.ownStack as never);
    return resolveStack(stack, config, this.operation, this, options) as never;
  }
}
