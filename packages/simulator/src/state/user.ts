import type { Device } from "./device.js";

/** 1 while the invitation is pending, 2 once the user is active. */
export type UserStatus = 1 | 2;

/** An invitation that was not accepted yet. */
export interface Invite {
  readonly code: string;
  /** How long codes of this user are valid, in days. */
  readonly days: number;
  /** When this one expires, in milliseconds since 1970. */
  readonly expires: number;
}

/** A person's account in a network. */
export interface User {
  readonly userId: string;
  username: string;
  /** Follows the username. */
  uname: string;
  firstName?: string | undefined;
  lastName?: string | undefined;
  groupId: string;
  status: UserStatus;
  isAdmin: boolean;
  suspended: boolean;
  otpEnabled: boolean;
  codeValidation: boolean;
  challengeFailures: number;
  cell?: string | undefined;
  countryCode?: string | undefined;
  invite?: Invite | undefined;
  /** In epoch seconds, like those that follow. */
  modified: number;
  lastLogin?: number | undefined;
  /** When the user did something, oldest first. */
  activity?: number[] | undefined;
  devices?: Device[] | undefined;
}
