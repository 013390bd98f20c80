import { HttpResponse } from "@smithy/core/transport";
import type { HttpRequest } from "@smithy/types";

/** What a handler answers with. */
export interface CannedResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request handler for clients that keeps what it is sent and answers what it is told. */
export class CannedHandler {
  readonly requests: HttpRequest[] = [];
  response: CannedResponse = { statusCode: 200 };
  readonly metadata = { handlerProtocol: "http/1.1" };

  async handle(request: HttpRequest): Promise<{ response: HttpResponse }> {
    this.requests.push(request);
    const { statusCode, headers = {}, body } = this.response;
    return {
      response: new HttpResponse({
        statusCode,
        headers: { ...headers },
        body:
          typeof body === "string" ? new TextEncoder().encode(body) : (body ?? new Uint8Array()),
      }),
    };
  }

  /** The last request. */
  get request(): HttpRequest {
    const request = this.requests.at(-1);
    if (request === undefined) throw new Error("No request was sent.");

    return request;
  }
}
