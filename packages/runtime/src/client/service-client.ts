import { Client } from "@smithy/smithy-client";
import type { Handler, MetadataBearer, MiddlewareStack } from "@smithy/types";
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

/** The base of generated clients, for one platform. */
export class PlatformClient<
  Inputs extends object = object,
  Outputs extends MetadataBearer = MetadataBearer,
> extends SmithyClient<Inputs, Outputs> {
  readonly #handlers = new WeakMap<AnyOperation, Handler<Inputs, Outputs>>();
  readonly #ownStack: MiddlewareStack<Inputs, Outputs>;
  #stackChanged = false;

  constructor(service: Service, config: ClientConfig, platform: Platform) {
    const resolved = resolveConfig(service, config, platform);
    super(resolved);
    this.#ownStack = this.middlewareStack;
    addMiddleware(this.#ownStack as never, {
      service,
      platform,
      config: resolved,
      endpoint: endpointProvider(service, resolved),
    });
    watchStack(this.#ownStack, () => {
      this.#stackChanged = true;
    });
    if (config.retryStrategy && !("acquireInitialRetryToken" in config.retryStrategy)) {
      // Strategies of the first kind write to the context of a call, which then cannot be shared.
      this.#stackChanged = true;
    }
  }

  /** Sends a command. Rejects with the service's exception, or with what kept it from answering. */
  async send<Input extends Inputs, Output extends Outputs>(
    command: Command<Input, Output>,
    options?: SendOptions,
  ): Promise<Output> {
    const { output } = await this.#handlerOf(command, options)(command);
    return output;
  }

  /**
   * Middleware is put together once for each operation, unless someone's own middleware takes part:
   * that may keep notes on a call in its context, so each call then gets one of its own.
   */
  #handlerOf<Input extends Inputs, Output extends Outputs>(
    command: Command<Input, Output>,
    options: SendOptions | undefined,
  ): Handler<Input, Output> {
    const { operation } = command;
    if (
      options !== undefined ||
      operation === undefined ||
      command.hasMiddleware ||
      this.#stackChanged ||
      this.middlewareStack !== this.#ownStack
    ) {
      return command.resolveMiddleware(this.middlewareStack as never, this.config, options);
    }
    let handler = this.#handlers.get(operation);
    if (handler === undefined) {
      handler = resolveStack(this.middlewareStack, this.config, operation);
      this.#handlers.set(operation, handler);
    }
    return handler as never;
  }
}
