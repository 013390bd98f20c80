import { badRequest } from "../errors.js";
import { unameOf } from "../hash.js";
import { findNetwork } from "../state/find.js";
import { type Guest, billingPeriodOf } from "../state/guest.js";
import type { Transition } from "./transition.js";

/** A user of another network exchanges messages with a member of this one. */
export const guestWrites: Transition<
  {
    readonly networkId: string;
    readonly username: string;
    /** When, in milliseconds since 1970; now if not given. */
    readonly time?: number | undefined;
  },
  { readonly usernameHash: string }
> = (state, { networkId, username, time }, { now }) => {
  const { guests } = findNetwork(state, networkId);
  const usernameHash = unameOf(username);
  const guest: Guest = guests.get(usernameHash) ?? { username, usernameHash, periods: [] };
  if (guest.block) throw badRequest("The guest is blocked");

  const period = billingPeriodOf(time ?? now);
  if (!guest.periods.includes(period)) guest.periods.push(period);
  guest.periods.sort();
  guests.set(usernameHash, guest);
  return { usernameHash };
};
