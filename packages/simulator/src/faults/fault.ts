import type { OperationName } from "../operations/operation.js";
import type { Latency } from "./latency.js";

/** What goes wrong. */
export type FaultEffect =
  /** The answer takes its time. */
  | { readonly latency: Latency }
  /** 429, with the header `Retry-After` if seconds are given. */
  | { readonly error: "RateLimitError"; readonly retryAfter?: number }
  /** 500, nothing was done. */
  | { readonly error: "InternalServerError" }
  /** 422 for `RegisterOidcConfig`, as though the issuer did not answer; other operations go unharmed. */
  | { readonly error: "OidcConnectionTest" }
  /** The connection breaks: before anything was done, or after all was done but nothing answered. */
  | { readonly drop: "before" | "after" }
  /** All was done, but half of the body is missing: the connection breaks within, or what comes is no JSON. */
  | { readonly body: "truncated" | "malformed" };

/** What goes wrong, and when. */
export type Fault = FaultEffect & {
  /** The operations that it befalls; all if not given. */
  readonly operations?: OperationName | readonly OperationName[];
  /** How likely it is at each request, from 0 to 1; 1 if not given. */
  readonly rate?: number;
  /** So many times at most. */
  readonly count?: number;
  /** So many requests pass unharmed first. */
  readonly after?: number;
};
