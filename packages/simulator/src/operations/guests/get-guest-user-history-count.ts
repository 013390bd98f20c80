import { DAY } from "../../clock.js";
import { findNetwork } from "../../state/find.js";
import { billingPeriodOf } from "../../state/guest.js";
import type { OperationHandler } from "../operation.js";
import { guestsByPeriod } from "./guests-by-period.js";

/** So far back the history goes. */
const HISTORY = 90 * DAY;

/** Counts the guests of each billing period that reaches into the last 90 days, the newest first. */
export const getGuestUserHistoryCount: OperationHandler<"GetGuestUserHistoryCount"> = (
  state,
  { networkId },
  { now },
) => {
  const oldest = billingPeriodOf(now - HISTORY);
  const counts = new Map<string, number>();
  for (const { billingPeriod } of guestsByPeriod(findNetwork(state, networkId)))
    if (billingPeriod >= oldest) counts.set(billingPeriod, (counts.get(billingPeriod) ?? 0) + 1);

  const history = [...counts]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([period, count]) => ({ month: period.replace("-", "_"), count: String(count) }));
  return { history };
};
