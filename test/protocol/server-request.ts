import type { ServerRequest } from "@wickr-admin/test-support/runtime";
import type { MalformedCase } from "./cases.js";

/** The request that a test describes, as it arrives. */
export const requestOf = (
  { method, uri, queryParams = [], headers = {}, body = "" }: MalformedCase["request"],
  host = "example.com",
): ServerRequest => {
  // A path of the host belongs to the endpoint, which is not what is tested here.
  const base = /\/.*$/.exec(host)?.[0].replace(/\/$/, "") ?? "";
  const path = base !== "" && uri.startsWith(`${base}/`) ? uri.slice(base.length) : uri;
  return {
    method,
    url: queryParams.length > 0 ? `${path}?${queryParams.join("&")}` : path,
    headers: lowerCase(headers),
    body: new TextEncoder().encode(body),
  };
};

/** Headers as they arrive. */
export const lowerCase = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
