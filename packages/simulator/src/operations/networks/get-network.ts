import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeNetwork } from "./describe-network.js";

/** Returns one network. */
export const getNetwork: OperationHandler<"GetNetwork"> = (state, { networkId }, { behavior }) =>
  describeNetwork(findNetwork(state, networkId).record, behavior.hiddenOfNetworks.GetNetwork);
