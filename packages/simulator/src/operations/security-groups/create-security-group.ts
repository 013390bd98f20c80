import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { findNetwork } from "../../state/find.js";
import type { Group } from "../../state/group.js";
import type { OperationHandler } from "../operation.js";
import { checkName } from "./check-name.js";
import { checkSettings } from "./check-settings.js";
import { describeGroup } from "./describe-group.js";

/** Creates a group; settings that are not given start from the defaults. */
export const createSecurityGroup: OperationHandler<"CreateSecurityGroup"> = (
  state,
  input,
  { behavior, ids, now },
) => {
  const network = findNetwork(state, input.networkId);
  const { name, securityGroupSettings } = input;
  const { groupDefaults } = behavior;
  const { lockoutThreshold = groupDefaults.lockoutThreshold } = securityGroupSettings;
  // Callers cannot set the device's lockout yet, so that the default gives way to the account's.
  const current = {
    ...groupDefaults,
    forceDeviceLockout: Math.max(
      0,
      Math.min(groupDefaults.forceDeviceLockout, lockoutThreshold - 1),
    ),
  };
  const reasons = new Reasons();
  checkName(reasons, network, name);
  const settings = checkSettings(reasons, behavior, {
    isNew: true,
    network: network.record,
    current,
    changes: securityGroupSettings,
  });
  reasons.throwIfAny();

  const group: Group = {
    id: ids.groupId((id) => network.groups.has(id)),
    isDefault: false,
    name,
    modified: epochSeconds(now),
    settings,
  };
  network.groups.set(group.id, group);
  return { securityGroup: describeGroup(network, group) };
};
