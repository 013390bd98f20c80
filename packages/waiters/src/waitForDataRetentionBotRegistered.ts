import {
  GetDataRetentionBotCommand,
  type GetDataRetentionBotCommandInput,
  type GetDataRetentionBotCommandOutput,
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
  input: GetDataRetentionBotCommandInput,
): Promise<WaiterResult<GetDataRetentionBotCommandOutput | Error>> => {
  let output: GetDataRetentionBotCommandOutput;
  try {
    output = await client.send(new GetDataRetentionBotCommand(input));
  } catch (error) {
    const reason = error as Error;
    return { state: WaiterState.FAILURE, reason };
  }
  if (output.isDataRetentionBotRegistered === true)
    return { state: WaiterState.SUCCESS, reason: output };
  return { state: WaiterState.RETRY, reason: output };
};

/**
 * Waits until the data retention bot is registered with the network.
 *
 * Asks `GetDataRetentionBot` again every 5 to 120 seconds, at growing intervals.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetDataRetentionBot`.
 * @returns How it ended, with the last answer as `reason`.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { waitUntilDataRetentionBotRegistered } from "@wickr-admin/waiters";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = { networkId: "84620173" };
 * await waitUntilDataRetentionBotRegistered({ client, maxWaitTime: 300 }, input);
 * ```
 * @throws TimeoutError where `maxWaitTime` is over.
 * @throws AbortError where the signal aborts it.
 * @throws Error where the state can no longer be reached, or the service answers with an error.
 */
export const waitUntilDataRetentionBotRegistered = async (
  params: WaiterConfiguration<WickrClient>,
  input: GetDataRetentionBotCommandInput,
): Promise<WaiterResult<GetDataRetentionBotCommandOutput | Error>> =>
  checkExceptions(await waitForDataRetentionBotRegistered(params, input));

/**
 * Waits until the data retention bot is registered with the network.
 *
 * Like {\@link waitUntilDataRetentionBotRegistered}, but does not throw: what came of it is the
 * result's `state`.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `GetDataRetentionBot`.
 * @returns How it ended, with the last answer or error as `reason`.
 * @deprecated Use {@link waitUntilDataRetentionBotRegistered}, whose failures cannot be overlooked.
 */
export const waitForDataRetentionBotRegistered = (
  params: WaiterConfiguration<WickrClient>,
  input: GetDataRetentionBotCommandInput,
): Promise<WaiterResult<GetDataRetentionBotCommandOutput | Error>> =>
  createWaiter({ ...DELAYS, ...params }, input, check);
