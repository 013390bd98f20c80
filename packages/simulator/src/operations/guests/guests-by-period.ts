import type { GuestUser } from "@wickr-admin/client";
import type { NetworkState } from "../../state/network.js";

/** The guests of a network, once for each billing period in which they wrote. */
export const guestsByPeriod = ({ guests }: NetworkState): GuestUser[] =>
  [...guests.values()].flatMap(({ username, usernameHash, periods }) =>
    periods.map((billingPeriod) => ({ billingPeriod, username, usernameHash })),
  );
