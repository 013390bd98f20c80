import type { SecurityGroupSettings } from "@wickr-admin/client";
import { VerbatimError, badRequest, invalid } from "../../errors.js";
import { DEFAULT_GROUP_SETTINGS, type GroupSettings } from "../../state/group-settings.js";
import type { Fact } from "./fact.js";

type Member = keyof SecurityGroupSettings;

/** The service says 402 and no more: the status belongs to none of its errors. */
const refused = (message: string): VerbatimError => new VerbatimError(402, { message });
const wrongData = (): VerbatimError => refused("invalid options or data");

const emptyMessage = (): VerbatimError =>
  new VerbatimError(400, { message: "" }, "BadRequestError");

/** For these zero is no value; which ones there are beside them is not known. */
const NEVER_ZERO: readonly Member[] = [
  "forceDeviceLockout",
  "lockoutThreshold",
  "maxAutoDownloadSize",
  "maxBor",
  "maxTtl",
  "ssoMaxIdleMinutes",
];

export const L6: Fact = {
  id: "L6",
  seen: "2026-04",
  says: 'UpdateSecurityGroup takes settings that change. All of them, sent back as they were read, get a 402, "ParameterUnchanged"; null for one gets a 402, "invalid options or data"; zero is a BadRequestError with an empty message for some.',
  answers: {
    nullSetting: wrongData,
    groupSettingsRules: [
      (_, { isNew, current, changes }) => {
        const isWhole = Object.keys(current).every((name) => changes[name as Member] !== undefined);
        if (!isNew && isWhole && isSame(changes, current)) throw refused("ParameterUnchanged");
      },
      (_, { isNew, network, changes }) => {
        const hasZero = NEVER_ZERO.some((name) => changes[name] === 0);
        // In other networks these are refused for what they are.
        if (!isNew && network.accessLevel === "PREMIUM" && hasZero) throw emptyMessage();
      },
    ],
  },
};

/** Whether what was sent says nothing new; members of structures may be missing. */
const isSame = (sent: unknown, current: unknown): boolean => {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    return JSON.stringify(sent) === JSON.stringify(current);
  return Object.entries(sent).every(
    ([name, value]) =>
      value === undefined || isSame(value, (current as Readonly<Record<string, unknown>>)[name]),
  );
};

/** Those of the PREMIUM plan. */
const PREMIUM: readonly Member[] = [
  "alwaysReauthenticate",
  "atakPackageValues",
  "calling",
  "checkForUpdates",
  "enableAtak",
  "enableFileDownload",
  "enableGuestFederation",
  "enableNotificationPreview",
  "enableOpenAccessOption",
  "filesEnabled",
  "forceDeviceLockout",
  "forceOpenAccess",
  "forceReadReceipts",
  "isAtoEnabled",
  "maxAutoDownloadSize",
  "maxBor",
  "maxTtl",
  "showMasterRecoveryKey",
  "ssoMaxIdleMinutes",
];

export const L7: Fact = {
  id: "L7",
  seen: "2026-04",
  says: 'In a STANDARD network the settings of the PREMIUM plan get a 402, "this feature requires a different level plan".',
  answers: {
    groupSettingsRules: [
      (_, { network, changes }) => {
        if (network.accessLevel === "STANDARD" && PREMIUM.some((name) => isSent(changes, name)))
          throw refused("this feature requires a different level plan");
      },
    ],
  },
};

/** An empty structure has no member that could be refused. */
const isSent = (changes: SecurityGroupSettings, name: Member): boolean =>
  name === "calling"
    ? Object.values(changes.calling ?? {}).some((value) => value !== undefined)
    : changes[name] !== undefined;

const LOWEST_LOCKOUT = 10;

export const L8: Fact = {
  id: "L8",
  seen: "2026-04",
  says: 'In a STANDARD network a lockoutThreshold below 10 gets a 422, "invalid lockoutThreshold setting for network".',
  answers: {
    groupSettingsRules: [
      (_, { network, changes: { lockoutThreshold = LOWEST_LOCKOUT } }) => {
        if (network.accessLevel !== "STANDARD" || lockoutThreshold >= LOWEST_LOCKOUT) return;
        const message = "invalid lockoutThreshold setting for network";
        throw invalid([{ field: "lockoutThreshold", reason: message }], message);
      },
    ],
  },
};

export const L9: Fact = {
  id: "L9",
  seen: "2026-04",
  says: "federationMode 0 is accepted and becomes 1.",
  answers: {
    keepGroupSettings: (settings) =>
      settings.federationMode === 0 ? { ...settings, federationMode: 1 } : settings,
  },
};

export const L10: Fact = {
  id: "L10",
  seen: "2026-04",
  says: 'enableRestrictedGlobalFederation without globalFederation is a BadRequestError, "RestrictedGlobalFederation is not supported when globalFederation is disabled".',
  answers: {
    groupSettingsRules: [
      (_, { changes, merged }) => {
        if (changes.enableRestrictedGlobalFederation && !merged.globalFederation) {
          throw badRequest(
            "RestrictedGlobalFederation is not supported when globalFederation is disabled",
          );
        }
      },
    ],
  },
};

export const L11: Fact = {
  id: "L11",
  seen: "2026-04",
  says: 'Settings have members that are not published. An update of shredder without canProcessInBackground, or of passwordRequirements without regex, gets a 402, "invalid options or data".',
  answers: {
    unpublished: {
      calling: {
        canAddtoCall: "boolean",
        canStartGroupCall: "boolean",
        canStartRoomCall: "boolean",
        canStartScreenShare: "boolean",
      },
      passwordRequirements: { regex: "string" },
      shredder: { canProcessInBackground: "boolean" },
    },
    // Restricted federation alone is refused as global federation is off (L10), so that it must be off at first.
    groupDefaults: {
      ...DEFAULT_GROUP_SETTINGS,
      globalFederation: false,
      enableGuestFederation: false,
      calling: {
        ...DEFAULT_GROUP_SETTINGS.calling,
        canAddtoCall: true,
        canStartGroupCall: true,
        canStartRoomCall: true,
        canStartScreenShare: true,
      },
      passwordRequirements: { ...DEFAULT_GROUP_SETTINGS.passwordRequirements, regex: "" },
      shredder: { ...DEFAULT_GROUP_SETTINGS.shredder, canProcessInBackground: false },
    },
    groupSettingsRules: [
      (_, { isNew, changes }) => {
        const { shredder, passwordRequirements } = changes as Partial<GroupSettings>;
        const lacksOne =
          (shredder && shredder.canProcessInBackground === undefined) ||
          (passwordRequirements && passwordRequirements.regex === undefined);
        if (!isNew && lacksOne) throw wrongData();
      },
    ],
  },
};

export const L12: Fact = {
  id: "L12",
  seen: "2026-04",
  says: "CreateSecurityGroup needs securityGroupSettings, of which {} is enough; other settings than those of SecurityGroupSettingsRequest do not count. So it is documented, too.",
};

export const L13: Fact = {
  id: "L13",
  seen: "2026-04",
  says: "The default group cannot be deleted. So it is documented, too.",
};
