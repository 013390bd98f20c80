/** The bot that archives a network's messages. */
export interface DataRetentionBot {
  readonly username: string;
  /** Digest of the password; there is none before the first challenge. */
  challengeDigest?: string | undefined;
  /** Whether it has signed in. */
  registered: boolean;
  pubkeyAcknowledged: boolean;
  /** Whether messages are kept. */
  enabled: boolean;
}
