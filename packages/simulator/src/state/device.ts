/** A device on which a user has logged in. */
export interface Device {
  readonly appId: string;
  /** Its operating system: `iOS`, `Windows`. */
  readonly type: string;
  /** In milliseconds since 1970, like `lastLogin`. */
  readonly created: number;
  lastLogin: number;
  /** Whether the device has to sign in again. */
  reset: boolean;
  suspended: boolean;
}
