import type { BlockedGuestUser } from "@wickr-admin/client";
import { isoSeconds } from "../../clock.js";
import { findNetwork } from "../../state/find.js";
import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";

const ORDER: Order<BlockedGuestUser> = {
  fields: {
    username: ({ username }) => username,
    admin: ({ admin }) => admin,
    modified: ({ modified }) => modified,
  },
  byDefault: ({ modified }) => modified,
  id: ({ usernameHash }) => usernameHash,
};

/** Lists the guests that are blocked from a network. */
export const listBlockedGuestUsers: OperationHandler<"ListBlockedGuestUsers"> = (state, input) => {
  const { networkId, username, admin } = input;
  const blocked = [...findNetwork(state, networkId).guests.values()].flatMap(
    (guest): BlockedGuestUser[] =>
      guest.block &&
      (username === undefined || guest.username.toLowerCase() === username.toLowerCase()) &&
      (admin === undefined || guest.block.admin.toLowerCase() === admin.toLowerCase())
        ? [
            {
              username: guest.username,
              admin: guest.block.admin,
              modified: isoSeconds(guest.block.modified),
              usernameHash: guest.usernameHash,
            },
          ]
        : [],
  );
  const query = ["ListBlockedGuestUsers", networkId, username, admin];
  const { items, nextToken } = pageOf(
    sorted(blocked, sortKeysOf(ORDER, input.sortFields)),
    query,
    input,
  );
  return { blocklist: items, nextToken };
};
