import {
  ListDevicesForUserCommand,
  type ListDevicesForUserCommandInput,
  type ListDevicesForUserCommandOutput,
  type WickrClient,
} from "@wickr-admin/client";
import {
  type WaiterConfiguration,
  type WaiterResult,
  WaiterState,
  allStringEquals,
  checkExceptions,
  createWaiter,
} from "@wickr-admin/runtime/waiter";

const DELAYS = { minDelay: 5, maxDelay: 120 };

const check = async (
  client: WickrClient,
  input: ListDevicesForUserCommandInput,
): Promise<WaiterResult<ListDevicesForUserCommandOutput | Error>> => {
  let output: ListDevicesForUserCommandOutput;
  try {
    output = await client.send(new ListDevicesForUserCommand(input));
  } catch (error) {
    const reason = error as Error;
    return { state: WaiterState.FAILURE, reason };
  }
  if (
    allStringEquals(
      output.devices.flatMap((device) => device.statusText ?? []),
      "Reset",
    )
  )
    return { state: WaiterState.SUCCESS, reason: output };
  if (output.devices.length === 0) return { state: WaiterState.SUCCESS, reason: output };
  return { state: WaiterState.RETRY, reason: output };
};

/**
 * Waits until every device on the page is reset, or there is none. One page holds up to 100
 * devices: ask for that many.
 *
 * Asks `ListDevicesForUser` again every 5 to 120 seconds, at growing intervals.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `ListDevicesForUser`.
 * @returns How it ended, with the last answer as `reason`.
 * @example
 * ```ts
 * import { WickrClient } from "@wickr-admin/client";
 * import { waitUntilUserDevicesReset } from "@wickr-admin/waiters";
 *
 * const client = new WickrClient({ region: "us-east-1" });
 * const input = {
 *   networkId: "84620173",
 *   userId: "20417",
 *   maxResults: 50,
 *   sortFields: "lastlogin+type",
 *   sortDirection: "DESC",
 * };
 * await waitUntilUserDevicesReset({ client, maxWaitTime: 300 }, input);
 * ```
 * @throws TimeoutError where `maxWaitTime` is over.
 * @throws AbortError where the signal aborts it.
 * @throws Error where the state can no longer be reached, or the service answers with an error.
 */
export const waitUntilUserDevicesReset = async (
  params: WaiterConfiguration<WickrClient>,
  input: ListDevicesForUserCommandInput,
): Promise<WaiterResult<ListDevicesForUserCommandOutput | Error>> =>
  checkExceptions(await waitForUserDevicesReset(params, input));

/**
 * Waits until every device on the page is reset, or there is none. One page holds up to 100
 * devices: ask for that many.
 *
 * Like {\@link waitUntilUserDevicesReset}, but does not throw: what came of it is the result's
 * `state`.
 *
 * @param params - The client, how long to wait at most (`maxWaitTime`, in seconds), and a signal to abort.
 * @param input - The input of each `ListDevicesForUser`.
 * @returns How it ended, with the last answer or error as `reason`.
 * @deprecated Use {@link waitUntilUserDevicesReset}, whose failures cannot be overlooked.
 */
export const waitForUserDevicesReset = (
  params: WaiterConfiguration<WickrClient>,
  input: ListDevicesForUserCommandInput,
): Promise<WaiterResult<ListDevicesForUserCommandOutput | Error>> =>
  createWaiter({ ...DELAYS, ...params }, input, check);
