import type { HttpRequest } from "@smithy/types";

/** The query as it goes over the wire, each parameter on its own. */
export const queryParameters = ({ query = {} }: HttpRequest): string[] =>
  Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) =>
      item === null ? encode(name) : `${encode(name)}=${encode(item)}`,
    ),
  );

/** Percent-encodes all but the unreserved characters of RFC 3986. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
