import type { HttpHandlerOptions } from "@smithy/types";

/** Options of a single call; custom HTTP handlers may know more. */
export interface SendOptions extends HttpHandlerOptions {
  /** Aborts the call, also while it waits for a retry. */
  abortSignal?: Exclude<HttpHandlerOptions["abortSignal"], undefined>;
  /** Milliseconds that each attempt may take. */
  requestTimeout?: number;
}
