import type { Reasons } from "../../errors.js";
import type { Group } from "../../state/group.js";
import type { NetworkState } from "../../state/network.js";

/** Notes what is wrong with the name of a group: no other group of the network may have it. */
export const checkName = (
  reasons: Reasons,
  { groups }: NetworkState,
  name: string,
  own?: Group,
): void => {
  const folded = name.toLowerCase();
  const isUsed = [...groups.values()].some(
    (group) => group !== own && group.name.toLowerCase() === folded,
  );
  reasons.require(name.trim() !== "", "name", "The name must not be empty");
  reasons.require(!isUsed, "name", "The name is already taken in this network");
};
