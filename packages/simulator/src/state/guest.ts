/** A user of another network who has exchanged messages with members of this one. */
export interface Guest {
  readonly username: string;
  readonly usernameHash: string;
  /** Billing periods in which the guest wrote, as `2025-06`, oldest first. */
  readonly periods: string[];
  block?: Block | undefined;
}

/** That a guest is kept out of the network. */
export interface Block {
  /** Username of the administrator behind it. */
  readonly admin: string;
  /** In milliseconds since 1970. */
  readonly modified: number;
}

/** The billing period of a time: its month. */
export const billingPeriodOf = (time: number): string => new Date(time).toISOString().slice(0, 7);
