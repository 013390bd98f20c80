import { findNetwork } from "../../state/find.js";
import type { OperationHandler } from "../operation.js";
import { describeSettings } from "./network-settings.js";

/** Changes settings of a network; `dataRetention` is the same switch as in `UpdateDataRetention`. */
export const updateNetworkSettings: OperationHandler<"UpdateNetworkSettings"> = (
  state,
  { networkId, settings },
  { behavior },
) => {
  const { record } = findNetwork(state, networkId);
  behavior.checkNetworkSettings(settings);
  const { enableClientMetrics, readReceiptConfig, dataRetention } = settings;
  const { enableTrustedDataFormat, consentPopup } = settings;
  if (dataRetention) behavior.checkRetentionStart(record.retentionBot);

  record.enableClientMetrics = enableClientMetrics ?? record.enableClientMetrics;
  record.readReceipts = readReceiptConfig?.status ?? record.readReceipts;
  record.trustedDataFormat = enableTrustedDataFormat ?? record.trustedDataFormat;
  record.consentPopup = consentPopup ?? record.consentPopup;
  if (record.retentionBot)
    record.retentionBot.enabled = dataRetention ?? record.retentionBot.enabled;
  const all = describeSettings(record);
  return {
    settings: [
      ...(enableClientMetrics === undefined ? [] : [all.enableClientMetrics]),
      ...(readReceiptConfig?.status === undefined ? [] : [all.readReceiptConfig]),
      ...(dataRetention === undefined ? [] : [all.dataRetention]),
      ...(enableTrustedDataFormat === undefined ? [] : [all.enableTrustedDataFormat]),
      ...(consentPopup === undefined || !all.consentPopup ? [] : [all.consentPopup]),
    ],
  };
};
