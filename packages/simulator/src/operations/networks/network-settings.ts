import type { NetworkSettings, Setting } from "@wickr-admin/client";
import type { NetworkRecord } from "../../state/network.js";

/** The settings of a network by their names, as callers see them: values as text, beside their types. */
export const describeSettings = (
  record: NetworkRecord,
): Readonly<Record<Exclude<keyof NetworkSettings, "consentPopup">, Setting>> & {
  readonly consentPopup?: Setting;
} => ({
  enableClientMetrics: toSetting("enableClientMetrics", record.enableClientMetrics),
  readReceiptConfig: toSetting("readReceiptConfig", record.readReceipts),
  dataRetention: toSetting("dataRetention", record.retentionBot?.enabled ?? false),
  enableTrustedDataFormat: toSetting("enableTrustedDataFormat", record.trustedDataFormat ?? false),
  ...(record.consentPopup && {
    consentPopup: toSetting("consentPopup", JSON.stringify(record.consentPopup)),
  }),
});

/** Whether a setting has the value that it had at first. */
export const isDefault = ({ value }: Setting): boolean => value === "false" || value === "DISABLED";

const toSetting = (optionName: string, value: boolean | string): Setting => ({
  optionName,
  value: String(value),
  type: typeof value,
});
