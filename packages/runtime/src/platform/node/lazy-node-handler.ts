import type {
  HttpHandlerOptions,
  HttpRequest,
  Provider,
  RequestHandlerParams,
} from "@smithy/types";
import type { HttpHandler } from "../../config/http-handler.js";

type Options = RequestHandlerParams | Provider<RequestHandlerParams> | undefined;

/** A `NodeHttpHandler` or `NodeHttp2Handler` that loads its modules with the first request, not with the client. */
export class LazyNodeHandler implements HttpHandler {
  readonly metadata: { readonly handlerProtocol: string };
  readonly #http2: boolean;
  #options: Options;
  #handler: HttpHandler | undefined;
  #loading: Promise<HttpHandler> | undefined;

  constructor(options: Options, http2 = false) {
    this.#options = options;
    this.#http2 = http2;
    this.metadata = { handlerProtocol: http2 ? "h2" : "http/1.1" };
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
    return (this.#loading ??= handlerClass(this.#http2).then((Handler) => {
      this.#handler = new Handler(this.#options as never) as unknown as HttpHandler;
      return this.#handler;
    }));
  }
}

const handlerClass = async (http2: boolean) =>
  http2
    ? (await import("./node-http2-handler.js")).NodeHttp2Handler
    : (await import("./node-http-handler.js")).NodeHttpHandler;
