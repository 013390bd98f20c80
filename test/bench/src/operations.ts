/**
 * The commands that bundles hold. The first is what many programs would use alone; sixteen are all
 * for networks and users.
 */
const NETWORKS_AND_USERS = [
  "ListUsers",
  "GetUser",
  "BatchCreateUser",
  "GetUsersCount",
  "UpdateUser",
  "BatchDeleteUser",
  "BatchLookupUserUname",
  "BatchReinviteUser",
  "BatchToggleUserSuspendStatus",
  "CreateNetwork",
  "GetNetwork",
  "ListNetworks",
  "UpdateNetwork",
  "DeleteNetwork",
  "GetNetworkSettings",
  "UpdateNetworkSettings",
];

/** The first `count` commands of a fixed order, out of all operations of the model. */
export const firstCommands = (count: number, all: readonly string[]): string[] => {
  const others = all.filter((name) => !NETWORKS_AND_USERS.includes(name));
  return [...NETWORKS_AND_USERS, ...others].slice(0, count).map((name) => `${name}Command`);
};
