import type { SecurityGroupSettings } from "@wickr-admin/client";
import type { Reasons } from "../errors.js";
import { DEPENDENTS, type GroupSettings } from "../state/group-settings.js";
import type { GroupSettingsChange } from "../state/group-settings-change.js";

const DOWNLOAD_SIZES: readonly number[] = [512_000, 7_340_032];
const SHREDDER_INTENSITIES: readonly number[] = [0, 20, 60, 100];
const REGION = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/**
 * Notes what the documentation has against a change of settings. Values that are as they were before are
 * always right: whoever read the settings may send them back.
 */
export const checkGroupSettings = (
  reasons: Reasons,
  { network, current, changes, merged }: GroupSettingsChange,
): void => {
  const hasSso = network.oidc !== undefined;
  const require = (isRight: boolean, member: string, reason: string): void =>
    reasons.require(isRight, `securityGroupSettings.${member}`, reason);
  /** Whether the change sets a member to something else than it was. */
  const sets = (member: keyof SecurityGroupSettings): boolean =>
    changes[member] !== undefined &&
    JSON.stringify(changes[member]) !== JSON.stringify(current[member]);

  for (const [dependent, base] of DEPENDENTS)
    require(!(changes[dependent] && !merged[base]), dependent, `Requires ${base} to be enabled`);

  require(!(
    changes.calling?.canVideoCall && !merged.calling.canStart11Call
  ), "calling.canVideoCall", "Requires calling.canStart11Call to be enabled");
  require(!sets("atakPackageValues") ||
    merged.enableAtak, "atakPackageValues", "Requires enableAtak to be enabled");
  require(!sets("maxAutoDownloadSize") ||
    merged.enableFileDownload, "maxAutoDownloadSize", "Requires enableFileDownload to be enabled");
  require(DOWNLOAD_SIZES.includes(
    merged.maxAutoDownloadSize,
  ), "maxAutoDownloadSize", "Must be 512000 or 7340032");
  require(SHREDDER_INTENSITIES.includes(
    merged.shredder.intensity,
  ), "shredder.intensity", "Must be 0, 20, 60 or 100");
  for (const member of ["showMasterRecoveryKey", "ssoMaxIdleMinutes"] as const)
    require(!sets(member) || hasSso, member, "Requires single sign-on to be configured");

  checkNumbers(merged, require);
  require([0, 1, 2].includes(merged.federationMode), "federationMode", "Must be 0, 1 or 2");
  merged.permittedWickrAwsNetworks.forEach(({ region }, at) => {
    require(REGION.test(region), `permittedWickrAwsNetworks.${at}.region`, "Must be an AWS Region");
  });
  merged.permittedWickrEnterpriseNetworks.forEach(({ domain }, at) => {
    require(domain.trim() !==
      "", `permittedWickrEnterpriseNetworks.${at}.domain`, "Must not be empty");
  });
};

const checkNumbers = (
  merged: GroupSettings,
  require: (isRight: boolean, member: string, reason: string) => void,
): void => {
  require(merged.lockoutThreshold >= 1, "lockoutThreshold", "Must be at least 1");
  require(merged.forceDeviceLockout <
    merged.lockoutThreshold, "forceDeviceLockout", "Must be less than lockoutThreshold");
  for (const member of ["forceDeviceLockout", "maxBor", "maxTtl", "ssoMaxIdleMinutes"] as const)
    require(merged[member] >= 0, member, "Must not be negative");

  const minutes = merged.maxNonSsoSessionMinutes ?? 0;
  require(minutes === 0 ||
    minutes >= 60, "maxNonSsoSessionMinutes", "Must be 0, or from 60 to 525600");
  for (const [member, value] of Object.entries(merged.passwordRequirements)) {
    require(typeof value !== "number" ||
      value >= 0, `passwordRequirements.${member}`, "Must not be negative");
  }
};
