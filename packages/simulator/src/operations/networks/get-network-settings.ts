import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeSettings, isDefault } from "./network-settings.js";

/** Returns the settings of a network. */
export const getNetworkSettings: OperationHandler<"GetNetworkSettings"> = (
  state,
  { networkId },
  { behavior },
) => {
  const all = Object.values(describeSettings(findNetwork(state, networkId).record));
  return {
    settings: behavior.hidesDefaultSettings ? all.filter((setting) => !isDefault(setting)) : all,
  };
};
