import type {
  HttpHandlerOptions,
  HttpRequest,
  Provider,
  RequestHandlerParams,
} from "@smithy/types";
import type { HttpHandler } from "../../config/client-config.js";

type Options = RequestHandlerParams | Provider<RequestHandlerParams> | undefined;

/** A `NodeHttpHandler` that loads `node:https` with the first request, not with the client. */
export class LazyNodeHandler implements HttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };
  #options: Options;
  #handler: HttpHandler | undefined;
  #loading: Promise<HttpHandler> | undefined;

  constructor(options: Options) {
    this.#options = options;
  }

  handle(request: HttpRequest, options?: HttpHandlerOptions) {
    return this.#handler === undefined
      ? this.#load().then((handler) => handler.handle(request, options))
      : this.#handler.handle(request, options);
  }

  destroy(): void {
    this.#handler?.destroy?.();
  }

  updateHttpClientConfig(key: never, value: never): void {
    if (this.#handler !== undefined) {
      this.#handler.updateHttpClientConfig?.(key, value);
      return;
    }
    const options = this.#options;
    this.#options = async () => ({
      ...(typeof options === "function" ? await (options as Provider<object>)() : options),
      [key]: value,
    });
  }

  httpHandlerConfigs(): object {
    const options = typeof this.#options === "object" ? this.#options : {};
    return this.#handler?.httpHandlerConfigs?.() ?? options;
  }

  #load(): Promise<HttpHandler> {
    return (this.#loading ??= import("./node-http-handler.js").then(({ NodeHttpHandler }) => {
      this.#handler = new NodeHttpHandler(this.#options as never) as unknown as HttpHandler;
      return this.#handler;
    }));
  }
}
