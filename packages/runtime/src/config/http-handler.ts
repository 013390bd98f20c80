import type {
  HttpHandlerOptions,
  HttpRequest,
  HttpResponse,
  RequestHandlerMetadata,
  RequestHandlerOutput,
} from "@smithy/types";

/** Sends a request and gives the response: `NodeHttpHandler`, `FetchHttpHandler`, or one's own. */
export interface HttpHandler {
  /** What the handler speaks: `{ handlerProtocol: "http/1.1" }`. */
  readonly metadata?: RequestHandlerMetadata;
  // A method, so that handlers with options of their own are taken, too.
  /** Sends one request. */
  handle(
    request: HttpRequest,
    options?: HttpHandlerOptions,
  ): Promise<RequestHandlerOutput<HttpResponse>>;
  /** Lets go of connections. */
  destroy?(): void;
  /** Changes one option of the handler. */
  updateHttpClientConfig?(key: never, value: never): void;
  /** The handler's options. */
  httpHandlerConfigs?(): object;
}
