import { findGroup, findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeGroup } from "./describe-group.js";

/** Returns one group. */
export const getSecurityGroup: OperationHandler<"GetSecurityGroup"> = (
  state,
  { networkId, groupId },
) => {
  const network = findNetwork(state, networkId);
  return { securityGroup: describeGroup(network, findGroup(network, groupId)) };
};
