import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeSettings } from "./network-settings.js";

/** Returns all settings of a network. */
export const getNetworkSettings: OperationHandler<"GetNetworkSettings"> = (
  state,
  { networkId },
) => ({
  settings: Object.values(describeSettings(findNetwork(state, networkId).record)),
});
