import { Readable } from "node:stream";

/** How a response's body comes: at once, or as a stream as from a socket. */
export type BodyKind = "bytes" | "stream";

/** What the handler is given and gives, as far as it matters here. */
export interface MemoryHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: unknown): Promise<{ response: object }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): object;
  destroy(): void;
}

/** Node hands over what it read from a socket in pieces of at most this size. */
const CHUNK = 65_536;

/** A request handler that answers each request from memory, with a fresh response. */
export const memoryHandler = (body: Uint8Array, kind: BodyKind = "bytes"): MemoryHandler => {
  const date = new Date().toUTCString();
  const handle = async (): Promise<{ response: object }> => ({
    response: {
      statusCode: 200,
      headers: {
        date,
        "content-type": "application/json",
        "content-length": String(body.byteLength),
        "x-amzn-requestid": "6f1c1f0e-5a3c-4d8b-9c39-0c5f0e7a4b21",
        connection: "keep-alive",
      },
      // A view, not a copy: a contestant may change what it is given, and copying is not its work.
      body:
        kind === "bytes"
          ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
          : streamOf(body),
    },
  });
  return {
    metadata: { handlerProtocol: "http/1.1" },
    handle,
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
    destroy: () => {},
  };
};

const streamOf = (body: Uint8Array): Readable => {
  let offset = 0;
  return new Readable({
    read() {
      const chunk = body.subarray(offset, (offset += CHUNK));
      this.push(
        chunk.byteLength > 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : null,
      );
    },
  });
};
