import type { GuestUser } from "@wickr-admin/client";
import { findNetwork } from "../../state/find.js";
import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";
import { guestsByPeriod } from "./guests-by-period.js";

const ORDER: Order<GuestUser> = {
  fields: {
    username: ({ username }) => username,
    billingPeriod: ({ billingPeriod }) => billingPeriod,
  },
  byDefault: ({ billingPeriod }) => billingPeriod,
  id: ({ billingPeriod, usernameHash }) => `${billingPeriod} ${usernameHash}`,
};

/** Lists the guests of a network: one item for each billing period in which a guest wrote. */
export const listGuestUsers: OperationHandler<"ListGuestUsers"> = (state, input) => {
  const { networkId, username, billingPeriod } = input;
  const guests = guestsByPeriod(findNetwork(state, networkId)).filter(
    (guest) =>
      (username === undefined || guest.username.toLowerCase() === username.toLowerCase()) &&
      (billingPeriod === undefined || guest.billingPeriod === billingPeriod),
  );
  const query = ["ListGuestUsers", networkId, username, billingPeriod];
  const { items, nextToken } = pageOf(
    sorted(guests, sortKeysOf(ORDER, input.sortFields)),
    query,
    input,
  );
  return { guestlist: items, nextToken };
};
