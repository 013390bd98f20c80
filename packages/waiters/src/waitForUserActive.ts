import {
  GetUserCommand,
  type GetUserCommandInput,
  type GetUserCommandOutput,
  type WickrClient,
} from "@wickr-admin/client";
import {
  type WaiterConfiguration,
  type WaiterResult,
  WaiterState,
  checkExceptions,
  createWaiter,
} from "@wickr-admin/runtime/waiter";

const DELAYS = { minDelay: 5, maxDelay: 120 };

const check = async (
  client: WickrClient,
  input: GetUserCommandInput,
): Promise<WaiterResult<GetUserCommandOutput | Error>> => {
  let output: GetUserCommandOutput;
  try {
    output = await client.send(new GetUserCommand(input));
  } catch (error) {
    const reason = error as Error;
    return { state: WaiterState.FAILURE, reason };
  }
  if (output.status === 2) return { state: WaiterState.SUCCESS, reason: output };
  return { state: WaiterState.RETRY, reason: output };
};

/**
 * Waits until the user has accepted the invitation (`status` 2).
 *
 * Asks `GetUser` again every 5 to 120 seconds, at growing intervals.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetUser`.
 * @returns How it ended, with the last answer as `reason`.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { waitUntilUserActive } from "@wickr-admin/waiters";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", userId: "20417" };
 * await waitUntilUserActive({ client, maxWaitTime: 300 }, input);
 * ```
 * @throws TimeoutError where `maxWaitTime` is over.
 * @throws AbortError where the signal aborts it.
 * @throws Error where the state can no longer be reached, or the service answers with an error.
 */
export const waitUntilUserActive = async (
  params: WaiterConfiguration<WickrClient>,
  input: GetUserCommandInput,
): Promise<WaiterResult<GetUserCommandOutput | Error>> =>
  checkExceptions(await waitForUserActive(params, input));

/**
 * Waits until the user has accepted the invitation (`status` 2).
 *
 * Like {\@link waitUntilUserActive}, but does not throw: what came of it is the result's `state`.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetUser`.
 * @returns How it ended, with the last answer or error as `reason`.
 * @deprecated Use {@link waitUntilUserActive}, whose failures cannot be overlooked.
 */
export const waitForUserActive = (
  params: WaiterConfiguration<WickrClient>,
  input: GetUserCommandInput,
): Promise<WaiterResult<GetUserCommandOutput | Error>> =>
  createWaiter({ ...DELAYS, ...params }, input, check);
