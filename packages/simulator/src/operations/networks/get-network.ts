import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeNetwork } from "./describe-network.js";

/** Returns one network. */
export const getNetwork: OperationHandler<"GetNetwork"> = (state, { networkId }) =>
  describeNetwork(findNetwork(state, networkId).record);
