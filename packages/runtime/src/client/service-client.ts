import { Client } from "@smithy/smithy-client";
import type {
  Command as SmithyCommand,
  Handler,
  MetadataBearer,
  MiddlewareStack,
} from "@smithy/types";
import type { ClientConfig } from "../config/client-config.js";
import { endpointProvider } from "../config/endpoint.js";
import { resolveConfig } from "../config/resolve-config.js";
import type { ResolvedConfig } from "../config/resolved-config.js";
import { addMiddleware } from "../middleware/add-middleware.js";
import type { Platform } from "../platform/platform.js";
import type { Command } from "./command.js";
import type { AnyOperation } from "./execution-context.js";
import { resolveStack } from "./resolve-stack.js";
import type { SendOptions } from "./send-options.js";
import type { Service } from "./service.js";
import { watchStack } from "./watch-stack.js";

/** Smithy's client, seen through types that the published declarations can name. */
interface SmithyClient<Inputs extends object, Outputs extends MetadataBearer> {
  /** The configuration, with defaults filled in. */
  readonly config: ResolvedConfig;
  /** Middleware around every call of this client. */
  middlewareStack: MiddlewareStack<Inputs, Outputs>;
  /** Closes idle connections. */
  destroy(): void;
}
const SmithyClient: new <Inputs extends object, Outputs extends MetadataBearer>(
  config: ResolvedConfig,
) => SmithyClient<Inputs, Outputs> = Client as never;

/** A command as the AWS SDK's tools know it, ours or not. */
type SendableCommand<
  Inputs extends object,
  Input extends Inputs,
  Outputs extends MetadataBearer,
  Output extends Outputs,
> = SmithyCommand<Inputs, Input, Outputs, Output, ResolvedConfig>;

/** Told of the error, or of `null` and the output. */
type SendCallback<Output> = (error: unknown, output?: Output) => void;

/** The base of generated clients, for one platform. No `#private` members: they would break in a `Proxy`. */
export class PlatformClient<
  Inputs extends object = object,
  Outputs extends MetadataBearer = MetadataBearer,
> extends SmithyClient<Inputs, Outputs> {
  private readonly ownHandlers = new WeakMap<AnyOperation, Handler<Inputs, Outputs>>();
  private readonly ownStack: MiddlewareStack<Inputs, Outputs>;
  private stackChanged = false;

  constructor(service: Service, config: ClientConfig, platform: Platform) {
    const resolved = resolveConfig(service, config, platform);
    super(resolved);
    this.ownStack = this.middlewareStack;
    addMiddleware(this.ownStack as never, {
      service,
      platform,
      config: resolved,
      endpoint: endpointProvider(service, resolved),
    });
    watchStack(this.ownStack, () => {
      this.stackChanged = true;
    });
    if (config.retryStrategy && !("acquireInitialRetryToken" in config.retryStrategy)) {
      // Strategies of the first kind write to the context of a call, which then cannot be shared.
      this.stackChanged = true;
    }
  }

  /** Sends a command. Rejects with the service's exception, or with what kept it from answering. */
  send<Input extends Inputs, Output extends Outputs>(
    command: SendableCommand<Inputs, Input, Outputs, Output>,
    options?: SendOptions,
  ): Promise<Output>;
  /** @deprecated There for tools that expect it, such as aws-sdk-client-mock: use the promise. */
  send<Input extends Inputs, Output extends Outputs>(
    command: SendableCommand<Inputs, Input, Outputs, Output>,
    callback: SendCallback<Output>,
  ): void;
  send<Input extends Inputs, Output extends Outputs>(
    command: SendableCommand<Inputs, Input, Outputs, Output>,
    options?: SendOptions | SendCallback<Output>,
  ): Promise<Output> | void {
    if (typeof options === "function") {
      this.call(command, undefined).then((output) => options(null, output), options);
      return undefined;
    }
    return this.call(command, options);
  }

  private async call<Input extends Inputs, Output extends Outputs>(
    command: SendableCommand<Inputs, Input, Outputs, Output>,
    options: SendOptions | undefined,
  ): Promise<Output> {
    const { output } = await this.handlerOf(command, options)(command);
    return output;
  }

  /**
   * Middleware is put together once for each operation, unless someone's own middleware takes part:
   * that may keep notes on a call in its context, so each call then gets one of its own.
   */
  private handlerOf<Input extends Inputs, Output extends Outputs>(
    command: SendableCommand<Inputs, Input, Outputs, Output>,
    options: SendOptions | undefined,
  ): Handler<Input, Output> {
    // Commands of other packages have no operation of the kind known here.
    const { operation, hasMiddleware } = command as unknown as Partial<Command<Input, Output>>;
    if (
      options !== undefined ||
      operation === undefined ||
      hasMiddleware ||
      this.stackChanged ||
      this.middlewareStack !== this.ownStack
    )
      return command.resolveMiddleware(this.middlewareStack, this.config, options);

    let handler = this.ownHandlers.get(operation);
    if (handler === undefined) {
      handler = resolveStack(this.middlewareStack, this.config, operation);
      this.ownHandlers.set(operation, handler);
    }
    return handler as never;
  }
}
