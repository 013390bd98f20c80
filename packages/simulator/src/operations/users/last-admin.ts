import type { NetworkState } from "../../state/network.js";

/** Whether a network that has an administrator would have none without these users. */
export const takesLastAdmin = ({ users }: NetworkState, userIds: readonly string[]): boolean => {
  const admins = [...new Set(userIds)]
    .map((userId) => users.get(userId))
    .filter((user) => user?.isAdmin && user.status === 2 && !user.suspended);
  return admins.length > 0 && admins.length === users.activeAdmins;
};
