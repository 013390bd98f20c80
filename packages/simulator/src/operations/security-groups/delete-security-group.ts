import { epochSeconds } from "../../clock.js";
import { forbidden } from "../../errors.js";
import { defaultGroupOf, findGroup, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Deletes a group; its members go to the default group. */
export const deleteSecurityGroup: OperationHandler<"DeleteSecurityGroup"> = (
  state,
  { networkId, groupId },
  { now },
) => {
  const network = findNetwork(state, networkId);
  if (findGroup(network, groupId).isDefault)
    throw forbidden("The default security group cannot be deleted");

  const refuge = defaultGroupOf(network).id;
  // A copy, since moving a user takes it out of the group.
  for (const user of Array.from(network.users.inGroup(groupId)))
    network.users.update(user, { groupId: refuge, modified: epochSeconds(now) });

  for (const bot of network.bots.values()) if (bot.groupId === groupId) bot.groupId = refuge;
  network.groups.delete(groupId);
  return { message: "Security group deleted successfully", networkId, groupId };
};
