import type { HttpRequest } from "@smithy/types";

/** What two requests must have in common to mean the same to the service. */
export interface ComparedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Headers that belong to sending: who sends, when, how often, how long. */
const OF_SENDING = /^(host|user-agent|x-amz-.*|amz-sdk-.*|authorization|content-length)$/;

/** Picks what is compared. The body is parsed: the order of its members means nothing. */
export const comparedRequest = ({
  method,
  path,
  query = {},
  headers,
  body,
}: HttpRequest): ComparedRequest => {
  const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
  return {
    method,
    path,
    query,
    headers: Object.fromEntries(
      Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => !OF_SENDING.test(name)),
    ),
    body: text === undefined || text === null ? undefined : JSON.parse(text as string),
  };
};
