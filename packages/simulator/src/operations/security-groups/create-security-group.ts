import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import { DEFAULT_GROUP_SETTINGS } from "../../state/group-settings.js";
import type { Group } from "../../state/group.js";
import type { OperationHandler } from "../operation.js";
import { checkName } from "./check-name.js";
import { checkSettings } from "./check-settings.js";
import { describeGroup } from "./describe-group.js";
import { mergeSettings } from "./merge-settings.js";

/** Creates a group; settings that are not given start from the defaults. */
export const createSecurityGroup: OperationHandler<"CreateSecurityGroup"> = (
  state,
  input,
  { ids, now },
) => {
  const network = findNetwork(state, input.networkId);
  const { name, securityGroupSettings } = input;
  const { lockoutThreshold = DEFAULT_GROUP_SETTINGS.lockoutThreshold } = securityGroupSettings;
  // Callers cannot set the device's lockout yet, so that the default gives way to the account's.
  const defaults = {
    ...DEFAULT_GROUP_SETTINGS,
    forceDeviceLockout: Math.max(
      0,
      Math.min(DEFAULT_GROUP_SETTINGS.forceDeviceLockout, lockoutThreshold - 1),
    ),
  };
  const reasons = new Reasons();
  checkName(reasons, network, name);
  checkSettings(reasons, defaults, securityGroupSettings, network.record.oidc !== undefined);
  reasons.throwIfAny();

  const group: Group = {
    id: ids.groupId((id) => network.groups.has(id)),
    isDefault: false,
    name,
    modified: epochSeconds(now),
    settings: mergeSettings(defaults, securityGroupSettings),
  };
  network.groups.set(group.id, group);
  return { securityGroup: describeGroup(network, group) };
};
