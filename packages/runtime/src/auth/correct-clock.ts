import { HttpResponse } from "@smithy/core/transport";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** Services refuse signatures that are five minutes off; correct before that. */
const TOLERANCE = 4 * 60_000;

/**
 * Sets the client's clock by the `Date` header of a response, if it is far from the time the request
 * was signed with. Returns whether it was.
 */
export const correctClock = (
  config: ResolvedConfig,
  response: unknown,
  offsetWhenSigned: number,
): boolean => {
  // An aged response comes from a cache: its date says nothing of now.
  if (!HttpResponse.isInstance(response) || response.headers["age"] !== undefined) return false;

  const now = Date.now();
  const serverTime = Date.parse(response.headers["date"] ?? "");
  // `NaN`, too, is not above the tolerance.
  const skewed = Math.abs(serverTime - (now + offsetWhenSigned)) >= TOLERANCE;
  if (skewed) config.systemClockOffset = serverTime - now;

  return skewed;
};
