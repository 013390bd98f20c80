import type { ServerRequest, ServerResponse } from "./http.js";
import { type Act, type ServiceOptions, createService } from "./service.js";
import type { OperationSchema } from "./schema.js";

/**
 * Answers requests of the fetch API: the way to run operations without any HTTP library.
 *
 * @param act - Gets the call and the request it came in.
 */
export const createFetchHandler = (
  operations: Iterable<OperationSchema>,
  act: Act<Request>,
  options?: ServiceOptions & EndpointOptions,
): ((request: Request) => Promise<Response>) => {
  const service = createService(operations, act, options);
  const locate = locator(options?.endpoint);
  return async (request) => {
    const url = locate(request.url) ?? "";
    const copy = request.clone();
    return toResponse(await service.answer(await readFetchRequest(request, url), copy));
  };
};

/** Which requests are meant. */
export interface EndpointOptions {
  /** Where the service lives: its origin, and the path that stands before those of the model. Any origin if not given. */
  readonly endpoint?: string | URL | undefined;
}

/** Path and query below the endpoint; undefined for what lies elsewhere. */
export const locator = (
  endpoint: string | URL | undefined,
): ((url: string) => string | undefined) => {
  const base = endpoint === undefined ? undefined : new URL(endpoint);
  const prefix = base?.pathname.replace(/\/$/, "") ?? "";
  return (text) => {
    const url = new URL(text);
    if (base && !isHost(url, base)) return undefined;
    if (prefix !== "" && url.pathname !== prefix && !url.pathname.startsWith(`${prefix}/`))
      return undefined;
    return url.pathname.slice(prefix.length) + url.search;
  };
};

/** The host itself, or one with a prefix that an operation puts before it. */
const isHost = (url: URL, base: URL): boolean =>
  url.protocol === base.protocol && (url.host === base.host || url.host.endsWith(`.${base.host}`));

/** Reads the body, decompressed where the caller compressed it. */
export const readFetchRequest = async (request: Request, url: string): Promise<ServerRequest> => ({
  method: request.method,
  url,
  headers: Object.fromEntries(request.headers),
  body: await readBody(request),
});

const readBody = async (request: Request): Promise<Uint8Array> => {
  const compressed = request.headers.get("content-encoding")?.split(",").at(-1)?.trim() === "gzip";
  if (!compressed || !request.body) return new Uint8Array(await request.arrayBuffer());
  const plain = request.body.pipeThrough(new DecompressionStream("gzip") as never);
  return new Uint8Array(await new Response(plain).arrayBuffer());
};

/** The answer as the fetch API has it; an error where the connection breaks. */
export const toResponse = ({ status, headers, body }: ServerResponse): Response =>
  status === 0
    ? Response.error()
    : new Response((body ?? null) as BodyInit | null, { status, headers });
