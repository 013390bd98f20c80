import { findNetwork } from "../../state/find.js";
import { checkRetentionCanStart } from "../data-retention/check-retention-can-start.js";
import type { OperationHandler } from "../operation.js";
import { describeSettings } from "./network-settings.js";

/** Changes settings of a network; `dataRetention` is the same switch as in `UpdateDataRetention`. */
export const updateNetworkSettings: OperationHandler<"UpdateNetworkSettings"> = (
  state,
  { networkId, settings },
) => {
  const network = findNetwork(state, networkId);
  const { record } = network;
  const { enableClientMetrics, readReceiptConfig, dataRetention } = settings;
  if (dataRetention) checkRetentionCanStart(network);

  if (enableClientMetrics !== undefined) record.enableClientMetrics = enableClientMetrics;
  if (readReceiptConfig?.status !== undefined) record.readReceipts = readReceiptConfig.status;
  if (dataRetention !== undefined && record.retentionBot)
    record.retentionBot.enabled = dataRetention;
  const all = describeSettings(record);
  return {
    settings: [
      ...(enableClientMetrics === undefined ? [] : [all.enableClientMetrics]),
      ...(readReceiptConfig?.status === undefined ? [] : [all.readReceiptConfig]),
      ...(dataRetention === undefined ? [] : [all.dataRetention]),
    ],
  };
};
