import { epochSeconds } from "../../clock.js";
import { findNetwork } from "../../state/find.js";
import { batchMessage } from "../batch.js";
import type { OperationHandler } from "../operation.js";
import { forEachUser } from "./batch-users.js";
import { createInvite } from "./invite.js";

/** Gives pending users a new code, valid for as long as their first one was. */
export const batchReinviteUser: OperationHandler<"BatchReinviteUser"> = (
  state,
  input,
  { ids, now },
) => {
  const network = findNetwork(state, input.networkId);
  const { successful, failed } = forEachUser(network, input.userIds, (user) => {
    if (!user.invite) return { field: "status", reason: "The user is already active" };
    const invite = createInvite(ids.inviteCode(), user.invite.days, now);
    network.users.update(user, { invite, modified: epochSeconds(now) });
    return undefined;
  });
  const message = batchMessage(successful.length, failed.length, {
    all: "All users were invited again",
    some: "Some users were not invited",
    none: "No user was invited",
  });
  return { message, successful, failed };
};
