import type { HttpRequest } from "@smithy/types";
import type { ResolvedConfig } from "../../config/resolved-config.js";

/** Below this, compressing costs more than it saves. */
const DEFAULT_MINIMUM = 10_240;

/** Compresses the body with gzip where it is long enough, and streams always. */
export const compressRequest = async (
  request: HttpRequest,
  config: ResolvedConfig,
): Promise<void> => {
  await compress(request, config, true);
};

/** The same for operations that must know the length of a stream: those go out as they are. */
export const compressKnownLength = async (
  request: HttpRequest,
  config: ResolvedConfig,
): Promise<void> => {
  await compress(request, config, false);
};

const compress = async (
  request: HttpRequest,
  config: ResolvedConfig,
  streams: boolean,
): Promise<void> => {
  const { disableRequestCompression, requestMinCompressionSizeBytes } = config;
  const body: unknown = request.body;
  if (body === undefined || body === null || (await valueOf(disableRequestCompression)) === true)
    return;

  const minimum = (await valueOf(requestMinCompressionSizeBytes)) ?? DEFAULT_MINIMUM;
  if (!(minimum >= 0 && minimum <= 10_485_760))
    throw new RangeError("requestMinCompressionSizeBytes must be between 0 and 10485760.");

  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  if (bytes instanceof Uint8Array) {
    if (bytes.byteLength < minimum) return;

    request.body = new Uint8Array(
      await new Response(gzip(new Response(bytes as never).body!)).arrayBuffer(),
    );
  } else if (!streams) {
    return;
  } else if (body instanceof ReadableStream) {
    request.body = gzip(body as ReadableStream<Uint8Array>);
  } else if (body instanceof Blob) {
    request.body = gzip(body.stream());
  } else {
    request.body = gzipNodeStream(body);
  }
  const before = request.headers["content-encoding"];
  request.headers["content-encoding"] = before ? `${before}, gzip` : "gzip";
  delete request.headers["content-length"];
};

const valueOf = async <T>(value: T | (() => Promise<T>)): Promise<T> =>
  typeof value === "function" ? (value as () => Promise<T>)() : value;

const gzip = (stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> =>
  stream.pipeThrough(new CompressionStream("gzip") as never);

/** What only Node has is asked for at run time, so that bundles for browsers need not know of it. */
const gzipNodeStream = (stream: unknown): unknown => {
  const { createGzip } = process.getBuiltinModule("node:zlib");
  const { pipeline } = process.getBuiltinModule("node:stream");
  // An error of the one is an error of the other.
  return pipeline(stream as NodeJS.ReadableStream, createGzip(), () => {});
};
