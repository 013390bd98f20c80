import { findGroup, findNetwork } from "../../state/find.js";
import { pageOf } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";
import { describeUser } from "../users/describe-user.js";

/** Lists the users of a group, pending ones included. */
export const listSecurityGroupUsers: OperationHandler<"ListSecurityGroupUsers"> = (
  state,
  input,
  { now },
) => {
  const { networkId, groupId } = input;
  const network = findNetwork(state, networkId);
  findGroup(network, groupId);
  const ordered = network.users.ordered({ groupId }, input.sortFields);
  const { items, nextToken } = pageOf(
    ordered,
    ["ListSecurityGroupUsers", networkId, groupId],
    input,
  );
  return { users: items.map((user) => describeUser(user, now)), nextToken };
};
