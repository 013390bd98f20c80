import type { StreamContent } from "./schema.js";

/** A request as it arrived, free of any HTTP library. */
export interface ServerRequest {
  readonly method: string;
  /** Path and query as sent: `/networks/1/users?maxResults=5`. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** An answer, free of any HTTP library. */
export interface ServerResponse {
  /** 0 means that there is no answer: the connection breaks. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: StreamContent | undefined;
}

/** No answer: the connection breaks. */
export const BROKEN: ServerResponse = { status: 0, headers: {}, body: undefined };
