import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { findGroup, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { checkName } from "./check-name.js";
import { checkSettings } from "./check-settings.js";
import { describeGroup } from "./describe-group.js";
import { mergeSettings } from "./merge-settings.js";

/** Changes what is given of a group; the rest stays. */
export const updateSecurityGroup: OperationHandler<"UpdateSecurityGroup"> = (
  state,
  input,
  { now },
) => {
  const network = findNetwork(state, input.networkId);
  const group = findGroup(network, input.groupId);
  const { name, securityGroupSettings } = input;
  const reasons = new Reasons();
  if (name !== undefined) checkName(reasons, network, name, group);
  if (securityGroupSettings) {
    checkSettings(
      reasons,
      group.settings,
      securityGroupSettings,
      network.record.oidc !== undefined,
    );
  }
  reasons.throwIfAny();

  if (name !== undefined) group.name = name;
  if (securityGroupSettings) group.settings = mergeSettings(group.settings, securityGroupSettings);
  if (name !== undefined || securityGroupSettings) group.modified = epochSeconds(now);
  return { securityGroup: describeGroup(network, group) };
};
