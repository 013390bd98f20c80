import { findNetwork } from "../../state/find.js";
import type { Group } from "../../state/group.js";
import { type Order, pageOf, sortKeysOf, sorted } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";
import { describeGroup } from "./describe-group.js";

const ORDER: Order<Group> = {
  fields: { id: ({ id }) => id, name: ({ name }) => name },
  byDefault: ({ id }) => id,
  id: ({ id }) => id,
};

/** Lists the groups of a network. */
export const listSecurityGroups: OperationHandler<"ListSecurityGroups"> = (state, input) => {
  const network = findNetwork(state, input.networkId);
  const ordered = sorted(network.groups.values(), sortKeysOf(ORDER, input.sortFields));
  const { items, nextToken } = pageOf(ordered, ["ListSecurityGroups", input.networkId], input);
  return { securityGroups: items.map((group) => describeGroup(network, group)), nextToken };
};
