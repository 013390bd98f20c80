import {
  checkExceptions as smithyCheckExceptions,
  createWaiter as smithyCreateWaiter,
} from "@smithy/util-waiter";
import type { WaiterConfiguration as SmithyWaiterConfiguration } from "@smithy/types";

/** How a waiter has ended, or that it goes on. */
export const WaiterState = {
  ABORTED: "ABORTED",
  FAILURE: "FAILURE",
  SUCCESS: "SUCCESS",
  RETRY: "RETRY",
  TIMEOUT: "TIMEOUT",
} as const;
/** How a waiter has ended, or that it goes on. */
export type WaiterState = (typeof WaiterState)[keyof typeof WaiterState];

/** The client to ask, and how long and how often: seconds. */
export type WaiterConfiguration<Client> = SmithyWaiterConfiguration<Client>;

/** A configuration with the delays filled in. */
export type WaiterOptions<Client> = WaiterConfiguration<Client> &
  Required<Pick<WaiterConfiguration<Client>, "minDelay" | "maxDelay">>;

/** How it ended, with the last output or error, and how often each answer came. */
export interface WaiterResult<Reason = unknown> {
  state: WaiterState;
  /** The last output or error. */
  reason?: Reason;
  /** The same; the AWS SDK has it under both names. */
  final?: Reason;
  /** Number of times that each kind of answer came. */
  observedResponses?: Record<string, number>;
}

/** Asks until the check succeeds or fails, time is up, or the signal aborts. */
export function createWaiter<Client, Input, Reason = unknown>(
  options: WaiterOptions<Client>,
  input: Input,
  check: (client: Client, input: Input) => Promise<WaiterResult<Reason>>,
): Promise<WaiterResult<Reason>> {
  return smithyCreateWaiter(options, input, check as never) as never;
}

/** Throws where the waiter did not succeed. */
export function checkExceptions<Reason>(result: WaiterResult<Reason>): WaiterResult<Reason> {
  return smithyCheckExceptions(result as never) as never;
}
