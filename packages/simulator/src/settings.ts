import type { Span } from "./clock.js";

/** Whether the service does what was seen of the live one, or what its documentation says. */
export type BehaviorName = "observed" | "documented";

/** What does not change while the service runs. */
export interface ServiceSettings {
  /** Which service is simulated: the one that was seen, or the one that is documented. */
  readonly behavior: BehaviorName;
  /** How long the deletion of a network goes on. Only where the behaviour is the observed one. */
  readonly deletionTakes: Span;
  /** How long `GetBot` gives the old value of `suspended`. Only where the behaviour is the observed one. */
  readonly suspensionLag: Span;
  /** The account that owns all networks. */
  readonly awsAccountId: string;
  /** The region that the service stands for. */
  readonly region: string;
  /** Username of the administrator whom all calls are taken to come from. */
  readonly administrator: string;
  /** Whether the data retention bot signs in by itself once it has a password. */
  readonly dataRetentionBotRegisters: boolean;
  /** Issuers that do not answer when an OIDC configuration is tested. */
  readonly unreachableIssuers: readonly string[];
}

/** Some of the settings; the others have their defaults. */
export type SettingsOptions = {
  readonly [Name in keyof ServiceSettings]?: ServiceSettings[Name] | undefined;
};

/** What holds where nobody says otherwise. */
export const DEFAULT_SETTINGS: ServiceSettings = {
  behavior: "observed",
  deletionTakes: { minutes: 1 },
  suspensionLag: { seconds: 5 },
  awsAccountId: "111122223333",
  region: "us-east-1",
  administrator: "admin@example.com",
  dataRetentionBotRegisters: true,
  unreachableIssuers: ["https://nowhere.example.com"],
};
