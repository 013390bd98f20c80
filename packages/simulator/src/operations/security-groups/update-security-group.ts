import { epochSeconds } from "../../clock.js";
import { Reasons } from "../../errors.js";
import { findGroup, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { checkName } from "./check-name.js";
import { checkSettings } from "./check-settings.js";
import { describeGroup } from "./describe-group.js";

/** Changes what is given of a group; the rest stays. */
export const updateSecurityGroup: OperationHandler<"UpdateSecurityGroup"> = (
  state,
  input,
  { behavior, now },
) => {
  const network = findNetwork(state, input.networkId);
  const group = findGroup(network, input.groupId);
  const { name, securityGroupSettings } = input;
  const reasons = new Reasons();
  if (name !== undefined) checkName(reasons, network, name, group);
  const settings =
    securityGroupSettings &&
    checkSettings(reasons, behavior, {
      isNew: false,
      network: network.record,
      current: group.settings,
      changes: securityGroupSettings,
    });
  reasons.throwIfAny();

  if (name !== undefined) group.name = name;
  if (settings) group.settings = settings;
  if (name !== undefined || settings) group.modified = epochSeconds(now);
  return { securityGroup: describeGroup(network, group) };
};
