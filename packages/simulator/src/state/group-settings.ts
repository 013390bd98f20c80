import type {
  CallingSettings,
  PasswordRequirements,
  SecurityGroupSettings,
  ShredderSettings,
} from "@wickr-admin/client";

/** All settings of a group, each with a value. */
export type GroupSettings = Present<
  Omit<SecurityGroupSettings, "calling" | "passwordRequirements" | "shredder">
> & {
  readonly calling: Present<CallingSettings>;
  readonly passwordRequirements: Present<PasswordRequirements>;
  readonly shredder: Present<ShredderSettings>;
};

type Present<Settings> = { readonly [Name in keyof Settings]-?: NonNullable<Settings[Name]> };

/** What a new group starts with. */
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
