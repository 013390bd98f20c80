import type { WaiterConfiguration as SmithyWaiterConfiguration } from "@smithy/types";
import type { SendOptions } from "./client/send-options.js";
import { mayPass } from "./waiting/may-pass.js";
import { type Stop, stopOf } from "./waiting/stop.js";

export { isConfirmed, type Confirmation } from "./waiting/is-confirmed.js";

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

/** Seconds between two questions: at first at least, and at most. */
export interface WaiterDelays {
  readonly minDelay: number;
  readonly maxDelay: number;
}

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

/**
 * Asks once, and judges the answer. What it throws is an error that it has no judgement of; the options
 * go with each request.
 */
export type WaiterCheck<Client, Input, Reason> = (
  client: Client,
  input: Input,
  options: SendOptions,
) => Promise<WaiterResult<Reason>>;

/**
 * Asks until the check succeeds or fails, time is up, or the signal aborts. An error that the check has
 * no judgement of is a failure, unless it may pass.
 *
 * @param delays - The waiter's own, for what the configuration leaves out.
 */
export const createWaiter = async <Client, Input, Reason = unknown>(
  configuration: WaiterConfiguration<Client>,
  delays: WaiterDelays,
  input: Input,
  check: WaiterCheck<Client, Input, Reason>,
): Promise<WaiterResult<Reason>> => {
  const { client, maxWaitTime, minDelay, maxDelay } = checked(configuration, delays);
  const observedResponses: Record<string, number> = {};
  let last: { reason?: Reason; final?: Reason } = {};
  const end = (state: WaiterState) => ({ state, ...last, observedResponses });
  const deadline = Date.now() + maxWaitTime * 1000;
  const stop = stopOf(configuration, maxWaitTime * 1000);
  try {
    for (let attempt = 0; stop.state() === undefined; attempt++) {
      const answer = await stop.race(ask(check, client, input, stop));
      if (answer === undefined || (stop.state() && answer.state !== WaiterState.SUCCESS)) break;

      const { state, reason } = answer;
      if (reason !== undefined) {
        last = { reason, final: reason };
        const text = summary(reason);
        observedResponses[text] = (observedResponses[text] ?? 0) + 1;
      }
      if (state !== WaiterState.RETRY) return end(state);

      const pause = pauseAfter(attempt, minDelay * 1000, maxDelay * 1000, deadline - Date.now());
      if (pause === undefined) return end(WaiterState.TIMEOUT);

      await stop.pause(pause);
    }
    return end(stop.state() ?? WaiterState.TIMEOUT);
  } finally {
    stop.release();
  }
};

/** Throws where the waiter did not succeed: the last error is the `cause`, the result is the error's `result`. */
export const checkExceptions = <Reason>(result: WaiterResult<Reason>): WaiterResult<Reason> => {
  const { state, reason } = result;
  if (state === WaiterState.SUCCESS) return result;

  const { name, message } = ENDS[state] ?? ENDS.FAILURE;
  const error = new Error(
    reason instanceof Error ? `${message} ${reason.name}: ${reason.message}` : message,
    reason instanceof Error ? { cause: reason } : {},
  );
  error.name = name;
  // Outputs may be long, or hold what is not for logs.
  throw Object.defineProperty(error, "result", { value: result });
};

const ENDS: Partial<Record<WaiterState, { name: string; message: string }>> & {
  FAILURE: { name: string; message: string };
} = {
  ABORTED: { name: "AbortError", message: "The waiter was aborted." },
  TIMEOUT: { name: "TimeoutError", message: "The waiter has timed out." },
  FAILURE: { name: "Error", message: "The state can no longer be reached." },
};

const ask = async <Client, Input, Reason>(
  check: WaiterCheck<Client, Input, Reason>,
  client: Client,
  input: Input,
  { signal }: Stop,
): Promise<WaiterResult<Reason>> => {
  try {
    return await check(client, input, { abortSignal: signal });
  } catch (error) {
    return {
      state: mayPass(error) ? WaiterState.RETRY : WaiterState.FAILURE,
      reason: error as Reason,
    };
  }
};

/** The configuration with its delays, where it says all that it has to. */
const checked = <Client>(
  configuration: Partial<WaiterConfiguration<Client>> | undefined,
  delays: WaiterDelays,
): WaiterDelays & { client: Client; maxWaitTime: number } => {
  const {
    client,
    maxWaitTime,
    minDelay = delays.minDelay,
    maxDelay = delays.maxDelay,
  } = configuration ?? {};
  if (client == null) throw new TypeError("A waiter needs a `client` that it asks.");

  if (typeof maxWaitTime !== "number" || !(maxWaitTime > 0)) {
    throw new TypeError(
      `A waiter needs a \`maxWaitTime\`: seconds, more than 0. Found: ${String(maxWaitTime)}.`,
    );
  }
  if (!(minDelay > 0 && minDelay < maxWaitTime)) {
    throw new RangeError(
      `\`minDelay\` of a waiter has to be more than 0 and less than \`maxWaitTime\`, ${maxWaitTime}. Found: ${minDelay}.`,
    );
  }
  if (!(maxDelay >= minDelay)) {
    throw new RangeError(
      `\`maxDelay\` of a waiter has to be at least \`minDelay\`, ${minDelay}. Found: ${maxDelay}.`,
    );
  }
  return { client, maxWaitTime, minDelay, maxDelay };
};

/**
 * Milliseconds until the next question, as Smithy has it: up to twice as long each time, by chance, so
 * that waiters do not keep step. Where the time left is too short for that, the next question is the
 * last one; undefined where there is no time for any.
 */
const pauseAfter = (
  attempt: number,
  min: number,
  max: number,
  timeLeft: number,
): number | undefined => {
  const ceiling = Math.min(max, min * 2 ** attempt);
  const pause = min + Math.random() * (ceiling - min);
  const possible = pause < timeLeft ? pause : Math.max(min, timeLeft - min);
  return possible < timeLeft ? possible : undefined;
};

/** What answers are counted by. Bodies that could not be read are not quoted. */
const summary = (reason: unknown): string => {
  const { $metadata, message } = Object(reason) as {
    $metadata?: { httpStatusCode?: number };
    message?: unknown;
  };
  const status = $metadata?.httpStatusCode;
  const text = reason instanceof Error ? String(message) : undefined;
  return status === undefined
    ? (text ?? (typeof reason === "string" ? reason : "OK"))
    : `${status}: ${text ?? "OK"}`;
};
