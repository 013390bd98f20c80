import { findNetwork } from "../../state/find.js";
import { pageOf } from "../../state/listing.js";
import type { OperationHandler } from "../operation.js";
import { describeUser } from "./describe-user.js";

/** Lists the users of a network that pass all filters. */
export const listUsers: OperationHandler<"ListUsers"> = (state, input, { now }) => {
  const { users } = findNetwork(state, input.networkId);
  const { networkId, firstName, lastName, username, status, groupId } = input;
  const ordered = users.ordered(
    { firstName, lastName, username, status, groupId },
    input.sortFields,
  );
  const query = ["ListUsers", networkId, firstName, lastName, username, status, groupId];
  const { items, nextToken } = pageOf(ordered, query, input);
  return { users: items.map((user) => describeUser(user, now)), nextToken };
};
