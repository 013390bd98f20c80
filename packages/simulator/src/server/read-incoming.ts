import type { IncomingMessage } from "node:http";
import { type ServerRequest, readFetchRequest } from "@wickr-admin/runtime/server";

const EMPTY = new Uint8Array(0);

/**
 * Reads a request, at once if it has no body. Headers and path come straight from Node, which spares making
 * objects that nobody looks at.
 */
export const readIncoming = (
  request: Request,
  incoming: IncomingMessage,
): ServerRequest | Promise<ServerRequest> => {
  const { method = "GET", url = "/" } = incoming;
  const path = url.startsWith("/") ? url : new URL(url).pathname + new URL(url).search;
  const headers = incoming.headers as Record<string, string>;
  if (headers["content-encoding"] !== undefined) return readFetchRequest(request, path);
  if (method === "GET" || method === "HEAD") return { method, url: path, headers, body: EMPTY };
  return request
    .arrayBuffer()
    .then((body) => ({ method, url: path, headers, body: new Uint8Array(body) }));
};
