import { forbidden } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";
import { forEachUser } from "./batch-users.js";

/** Deletes users with all their data. */
export const batchDeleteUser: OperationHandler<"BatchDeleteUser"> = (
  state,
  input,
  { settings },
) => {
  const network = findNetwork(state, input.networkId);
  const caller = network.users.withUsername(settings.administrator);
  if (caller && input.userIds.includes(caller.userId))
    throw forbidden("You cannot delete your own account");

  const { successful, failed } = forEachUser(network, input.userIds, (user) => {
    network.users.remove(user);
    return undefined;
  });
  const message = batchMessage(successful.length, failed.length, {
    all: "All users were deleted",
    some: "Some users were not deleted",
    none: "No user was deleted",
  });
  return { message, successful, failed };
};
