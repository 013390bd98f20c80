import type { AccessLevel, ConsentPopupConfig, Status } from "@wickr-admin/client";
import type { Bot } from "./bot.js";
import type { DataRetentionBot } from "./data-retention.js";
import type { Group } from "./group.js";
import type { Guest } from "./guest.js";
import type { OidcConfig } from "./oidc.js";
import type { OpentdfConfig } from "./opentdf.js";
import { UserStore } from "./user-store.js";

/** 0: not begun, 1: under way, 2: done. */
export type MigrationState = 0 | 1 | 2;

/** What a network is, apart from what belongs to it. */
export interface NetworkRecord {
  readonly networkId: string;
  readonly awsAccountId: string;
  readonly networkArn: string;
  readonly accessLevel: AccessLevel;
  networkName: string;
  standing: number;
  migrationState: MigrationState;
  encryptionKeyArn?: string | undefined;
  /** In milliseconds since 1970. */
  freeTrialExpires?: number | undefined;
  enableClientMetrics: boolean;
  readReceipts: Status;
  /** Whether OpenTDF is on; off if not given. */
  trustedDataFormat?: boolean | undefined;
  /** The notice at sign-in, once one was set. */
  consentPopup?: ConsentPopupConfig | undefined;
  /** The ids that the next user and the next bot get. */
  nextUserId: number;
  nextBotId: number;
  /** Usernames of those who turned their invitation down. */
  readonly rejected: string[];
  retentionBot?: DataRetentionBot | undefined;
  oidc?: OidcConfig | undefined;
  opentdf?: OpentdfConfig | undefined;
}

/** A network with all that belongs to it: it goes when the network goes. */
export interface NetworkState {
  readonly record: NetworkRecord;
  readonly groups: Map<string, Group>;
  readonly users: UserStore;
  readonly bots: Map<string, Bot>;
  /** By username hash. */
  readonly guests: Map<string, Guest>;
}

/** A network with nothing in it but its default group. */
export const createNetworkState = (record: NetworkRecord, defaultGroup: Group): NetworkState => ({
  record,
  groups: new Map([[defaultGroup.id, defaultGroup]]),
  users: new UserStore(),
  bots: new Map(),
  guests: new Map(),
});
