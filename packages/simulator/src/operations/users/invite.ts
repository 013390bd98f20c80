import { DAY } from "../../clock.js";
import type { Invite } from "../../state/user.js";

/** How long an invite code is valid where nobody says, and at most. */
export const DEFAULT_INVITE_DAYS = 7;
const MOST_INVITE_DAYS = 365;

/** What is wrong with a time to live; undefined if nothing is. */
export const problemOfDays = (days: number | undefined): string | undefined =>
  days === undefined || (days >= 1 && days <= MOST_INVITE_DAYS)
    ? undefined
    : `Must be from 1 to ${MOST_INVITE_DAYS} days`;

/** An invitation that is valid from now on. */
export const createInvite = (code: string, days: number, now: number): Invite => ({
  code,
  days,
  expires: now + days * DAY,
});
