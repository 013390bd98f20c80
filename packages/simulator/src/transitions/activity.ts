import { epochSeconds } from "../clock.js";
import type { User } from "../state/user.js";

/** So many times of activity are kept of a user. */
const MOST_TIMES = 1_000;

/** The activity of a user who does something now. */
export const activityOf = (user: User, now: number): number[] =>
  [...(user.activity ?? []), epochSeconds(now)].slice(-MOST_TIMES);
