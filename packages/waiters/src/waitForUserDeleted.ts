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
    if (reason.name === "ResourceNotFoundError") return { state: WaiterState.SUCCESS, reason };
    return { state: WaiterState.FAILURE, reason };
  }
  return { state: WaiterState.RETRY, reason: output };
};

/**
 * Waits until the user is gone.
 *
 * Asks `GetUser` again every 5 to 120 seconds, at growing intervals.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetUser`.
 * @returns How it ended, with the last answer as `reason`.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { waitUntilUserDeleted } from "@wickr-admin/waiters";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173", userId: "20417" };
 * await waitUntilUserDeleted({ client, maxWaitTime: 300 }, input);
 * ```
 * @throws TimeoutError where `maxWaitTime` is over.
 * @throws AbortError where the signal aborts it.
 * @throws Error where the state can no longer be reached, or the service answers with an error.
 */
export const waitUntilUserDeleted = async (
  params: WaiterConfiguration<WickrClient>,
  input: GetUserCommandInput,
): Promise<WaiterResult<GetUserCommandOutput | Error>> =>
  checkExceptions(await waitForUserDeleted(params, input));

/**
 * Waits until the user is gone.
 *
 * Like {\@link waitUntilUserDeleted}, but does not throw: what came of it is the result's `state`.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetUser`.
 * @returns How it ended, with the last answer or error as `reason`.
 * @deprecated Use {@link waitUntilUserDeleted}, whose failures cannot be overlooked.
 */
export const waitForUserDeleted = (
  params: WaiterConfiguration<WickrClient>,
  input: GetUserCommandInput,
): Promise<WaiterResult<GetUserCommandOutput | Error>> =>
  createWaiter({ ...DELAYS, ...params }, input, check);
