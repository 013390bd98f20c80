import type { Setting } from "@wickr-admin/client";
import type { NetworkRecord } from "../../state/network.js";

/** The settings of a network as callers see them: values as text, beside their types. */
export const describeSettings = (
  record: NetworkRecord,
): Record<"enableClientMetrics" | "readReceiptConfig" | "dataRetention", Setting> => ({
  enableClientMetrics: toSetting("enableClientMetrics", record.enableClientMetrics),
  readReceiptConfig: toSetting("readReceiptConfig", record.readReceipts),
  dataRetention: toSetting("dataRetention", record.retentionBot?.enabled ?? false),
});

const toSetting = (optionName: string, value: boolean | string): Setting => ({
  optionName,
  value: String(value),
  type: typeof value,
});
