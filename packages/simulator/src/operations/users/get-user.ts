import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { findNetwork, findUser } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";

/** Returns one user, with the last activity of the period that is asked for. */
export const getUser: OperationHandler<"GetUser"> = (
  state,
  { networkId, userId, startTime, endTime },
) => {
  const user = findUser(findNetwork(state, networkId), userId);
  const start = startTime ? epochSeconds(startTime.getTime()) : -Infinity;
  const end = endTime ? epochSeconds(endTime.getTime()) : Infinity;
  const reasons = new Reasons();
  reasons.require(start <= end, "endTime", "Must not be before startTime");
  reasons.throwIfAny();
  return {
    userId,
    firstName: user.firstName,
    lastName: user.lastName,
    username: user.username,
    isAdmin: user.isAdmin,
    suspended: user.suspended,
    status: user.status,
    lastActivity: user.activity?.filter((time) => time >= start && time <= end).at(-1),
    lastLogin: user.lastLogin,
    securityGroupIds: [user.groupId],
  };
};
