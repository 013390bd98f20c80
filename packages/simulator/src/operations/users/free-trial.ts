import type { NetworkState } from "../../state/network.js";

/** So many users a network may have on a free trial. */
export const TRIAL_USERS = 30;

/** A network that outgrows the free trial goes on without it. */
export const endTrialIfOutgrown = ({ record, users }: NetworkState): void => {
  if (users.size > TRIAL_USERS) record.freeTrialExpires = undefined;
};
