import type { HttpRequest } from "@smithy/types";

/** The query as it goes over the wire, each parameter on its own. */
export function queryParameters({ query = {} }: HttpRequest): string[] {
  return Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) =>
      item === null ? encode(name) : `${encode(name)}=${encode(item)}`,
    ),
  );
}

/** Percent-encodes all but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
