/** 1 until the bot signs in for the first time, 2 from then on. */
export type BotStatus = 1 | 2;

/** An automated account of a network. */
export interface Bot {
  readonly botId: string;
  readonly username: string;
  readonly uname: string;
  displayName?: string | undefined;
  groupId: string;
  status: BotStatus;
  suspended: boolean;
  /** What `GetBot` says of that until a time, in milliseconds since 1970. */
  suspendedBefore?: { readonly value: boolean; readonly until: number } | undefined;
  /** Digest of the password; the password itself is kept nowhere. */
  challengeDigest: string;
  pubkey?: string | undefined;
  /** In milliseconds since 1970. */
  lastLogin?: number | undefined;
}
