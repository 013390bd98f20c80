import {
  GetNetworkCommand,
  type GetNetworkCommandInput,
  type GetNetworkCommandOutput,
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
  input: GetNetworkCommandInput,
): Promise<WaiterResult<GetNetworkCommandOutput | Error>> => {
  let output: GetNetworkCommandOutput;
  try {
    output = await client.send(new GetNetworkCommand(input));
  } catch (error) {
    const reason = error as Error;
    return { state: WaiterState.FAILURE, reason };
  }
  if (output.migrationState === 2) return { state: WaiterState.SUCCESS, reason: output };
  return { state: WaiterState.RETRY, reason: output };
};

/**
 * Waits until the move of the single sign-on redirect URI is done (`migrationState` 2).
 *
 * Asks `GetNetwork` again every 5 to 120 seconds, at growing intervals.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetNetwork`.
 * @returns How it ended, with the last answer as `reason`.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { waitUntilSsoMigrationComplete } from "@wickr-admin/waiters";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173" };
 * await waitUntilSsoMigrationComplete({ client, maxWaitTime: 300 }, input);
 * ```
 * @throws TimeoutError where `maxWaitTime` is over.
 * @throws AbortError where the signal aborts it.
 * @throws Error where the state can no longer be reached, or the service answers with an error.
 */
export const waitUntilSsoMigrationComplete = async (
  params: WaiterConfiguration<WickrClient>,
  input: GetNetworkCommandInput,
): Promise<WaiterResult<GetNetworkCommandOutput | Error>> =>
  checkExceptions(await waitForSsoMigrationComplete(params, input));

/**
 * Waits until the move of the single sign-on redirect URI is done (`migrationState` 2).
 *
 * Like {\@link waitUntilSsoMigrationComplete}, but does not throw: what came of it is the result's
 * `state`.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetNetwork`.
 * @returns How it ended, with the last answer or error as `reason`.
 * @deprecated Use {@link waitUntilSsoMigrationComplete}, whose failures cannot be overlooked.
 */
export const waitForSsoMigrationComplete = (
  params: WaiterConfiguration<WickrClient>,
  input: GetNetworkCommandInput,
): Promise<WaiterResult<GetNetworkCommandOutput | Error>> =>
  createWaiter({ ...DELAYS, ...params }, input, check);
