import type {
  CallingSettings,
  PasswordRequirements,
  SecurityGroupSettings,
  ShredderSettings,
} from "@wickr-admin/client";

/** All settings of a group, each with a value; those that are not published are there where they were seen. */
export type GroupSettings = Present<
  Omit<SecurityGroupSettings, "calling" | "passwordRequirements" | "shredder">
> & {
  readonly calling: Present<CallingSettings> & {
    readonly canAddtoCall?: boolean;
    readonly canStartGroupCall?: boolean;
    readonly canStartRoomCall?: boolean;
    readonly canStartScreenShare?: boolean;
  };
  readonly passwordRequirements: Present<PasswordRequirements> & { readonly regex?: string };
  readonly shredder: Present<ShredderSettings> & { readonly canProcessInBackground?: boolean };
};

type Present<Settings> = { readonly [Name in keyof Settings]-?: NonNullable<Settings[Name]> };

/** What a switch turns off with itself. */
export const DEPENDENTS = [
  ["enableGuestFederation", "globalFederation"],
  ["enableRestrictedGlobalFederation", "globalFederation"],
  ["forceOpenAccess", "enableOpenAccessOption"],
  ["locationAllowMaps", "locationEnabled"],
] as const;

/** What a new group starts with, as far as it is documented. */
export const DEFAULT_GROUP_SETTINGS: GroupSettings = {
  alwaysReauthenticate: false,
  atakPackageValues: [],
  calling: { canStart11Call: true, canVideoCall: true, forceTcpCall: false },
  checkForUpdates: true,
  enableAtak: false,
  enableCrashReports: true,
  enableFileDownload: true,
  enableGuestFederation: true,
  enableNotificationPreview: false,
  enableOpenAccessOption: true,
  enableRestrictedGlobalFederation: false,
  filesEnabled: true,
  forceDeviceLockout: 5,
  forceOpenAccess: false,
  forceReadReceipts: false,
  globalFederation: true,
  isAtoEnabled: true,
  isLinkPreviewEnabled: false,
  locationAllowMaps: true,
  locationEnabled: true,
  maxAutoDownloadSize: 512_000,
  maxBor: 86_400,
  maxTtl: 31_536_000,
  messageForwardingEnabled: false,
  passwordRequirements: { lowercase: 1, minLength: 12, numbers: 1, symbols: 1, uppercase: 1 },
  presenceEnabled: true,
  quickResponses: [],
  showMasterRecoveryKey: false,
  shredder: { canProcessManually: false, intensity: 20 },
  ssoMaxIdleMinutes: 480,
  maxNonSsoSessionMinutes: 0,
  federationMode: 1,
  lockoutThreshold: 10,
  permittedNetworks: [],
  permittedWickrAwsNetworks: [],
  permittedWickrEnterpriseNetworks: [],
};
