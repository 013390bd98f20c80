import type { SecurityGroup, SecurityGroupSettings } from "@wickr-admin/client";
import type { Group } from "../../state/group.js";
import type { NetworkState } from "../../state/network.js";

/** A group as callers see it, its members counted. */
export const describeGroup = ({ users, bots }: NetworkState, group: Group): SecurityGroup => {
  let botMembers = 0;
  for (const { groupId } of bots.values()) if (groupId === group.id) botMembers += 1;
  return {
    activeMembers: users.activeIn(group.id),
    botMembers,
    id: group.id,
    isDefault: group.isDefault,
    name: group.name,
    modified: group.modified,
    securityGroupSettings: structuredClone(group.settings) as SecurityGroupSettings,
  };
};
