import { epochSeconds } from "../../clock.js";
import { forbidden } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";
import { forEachUser } from "./batch-users.js";
import { takesLastAdmin } from "./last-admin.js";

/** Suspends users or lets them back in; nothing changes for those who are as they should be. */
export const batchToggleUserSuspendStatus: OperationHandler<"BatchToggleUserSuspendStatus"> = (
  state,
  { networkId, userIds, suspend },
  { now },
) => {
  const network = findNetwork(state, networkId);
  if (suspend && takesLastAdmin(network, userIds))
    throw forbidden("The last administrator of a network cannot be suspended");

  const { successful, failed } = forEachUser(network, userIds, (user) => {
    if (user.suspended !== suspend)
      network.users.update(user, { suspended: suspend, modified: epochSeconds(now) });
    return undefined;
  });
  const message = batchMessage(successful.length, failed.length, {
    all: suspend ? "All users were suspended" : "All users were let back in",
    some: "Some users were not changed",
    none: "No user was changed",
  });
  return { message, successful, failed };
};
