import type { IncomingMessage } from "node:http";
import { type ServerRequest, readFetchRequest } from "@wickr-admin/runtime/mock";

const EMPTY = new Uint8Array(0);

/** Reads a request; headers and path straight from Node, which spares making objects that nobody looks at. */
export const readIncoming = async (
  request: Request,
  incoming: IncomingMessage,
): Promise<ServerRequest> => {
  const { method = "GET", url = "/" } = incoming;
  const path = url.startsWith("/") ? url : new URL(url).pathname + new URL(url).search;
  if (incoming.headers["content-encoding"] !== undefined) return readFetchRequest(request, path);
  const hasBody = method !== "GET" && method !== "HEAD";
  return {
    method,
    url: path,
    headers: incoming.headers as Record<string, string>,
    body: hasBody ? new Uint8Array(await request.arrayBuffer()) : EMPTY,
  };
};
