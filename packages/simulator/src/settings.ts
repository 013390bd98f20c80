/** What does not change while the service runs. */
export interface ServiceSettings {
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

/** What holds where nobody says otherwise. */
export const DEFAULT_SETTINGS: ServiceSettings = {
  awsAccountId: "111122223333",
  region: "us-east-1",
  administrator: "admin@example.com",
  dataRetentionBotRegisters: true,
  unreachableIssuers: ["https://nowhere.example.com"],
};
