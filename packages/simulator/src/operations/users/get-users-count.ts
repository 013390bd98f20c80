import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { TRIAL_USERS } from "./free-trial.js";

/** Counts the users of a network. */
export const getUsersCount: OperationHandler<"GetUsersCount"> = (state, { networkId }) => {
  const { users, record } = findNetwork(state, networkId);
  return {
    pending: users.count(1),
    active: users.count(2),
    rejected: record.rejected.length,
    remaining: Math.max(0, TRIAL_USERS - users.size),
    total: users.size,
  };
};
