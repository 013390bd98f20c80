import type { WaiterConfiguration } from "@smithy/types";

/** What ends a wait from outside: the time limit, or an abort. */
export interface Stop {
  /** Aborts requests with the wait. */
  readonly signal: AbortSignal;
  /** What has ended the wait. */
  state(): "ABORTED" | "TIMEOUT" | undefined;
  /** The promise's value; undefined where the wait ends first. */
  race<T>(promise: Promise<T>): Promise<T | undefined>;
  /** Milliseconds, or until the wait ends. */
  pause(duration: number): Promise<void>;
  /** Nothing is waited for any more. */
  release(): void;
}

type Signal = NonNullable<WaiterConfiguration<unknown>["abortSignal"]>;

/** What timers can wait for; they take more for nothing at all. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Watches the time limit, in milliseconds, and the configuration's signals. */
export const stopOf = (
  { abortSignal, abortController }: Partial<WaiterConfiguration<unknown>>,
  maxWaitTime: number,
): Stop => {
  const controller = new AbortController();
  const { signal } = controller;
  let state: "ABORTED" | "TIMEOUT" | undefined;
  let resolveStopped: () => void;
  const stopped = new Promise<undefined>((resolve) => {
    resolveStopped = () => resolve(undefined);
  });
  const stop = (how: "ABORTED" | "TIMEOUT", reason?: unknown) => {
    state ??= how;
    resolveStopped();
    controller.abort(reason);
  };
  const releases = [abortSignal, abortController?.signal].map((each) =>
    each ? listen(each as Signal, (reason) => stop("ABORTED", reason)) : undefined,
  );
  const limit =
    maxWaitTime <= LONGEST_TIMER ? setTimeout(() => stop("TIMEOUT"), maxWaitTime) : undefined;
  return {
    signal,
    state: () => state,
    race: (promise) => Promise.race([promise, stopped]),
    async pause(duration) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const over = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, Math.min(duration, LONGEST_TIMER));
      });
      await Promise.race([over, stopped]);
      clearTimeout(timer);
    },
    release() {
      clearTimeout(limit);
      for (const release of releases) release?.();
    },
  };
};

/** Signals that came before the platform had some can only tell one listener. */
const listen = (signal: Signal, onAbort: (reason: unknown) => void): (() => void) => {
  const listener = () => onAbort((signal as Partial<AbortSignal>).reason);
  if (signal.aborted) {
    listener();
  } else if ("addEventListener" in signal) {
    signal.addEventListener("abort", listener);
    return () => signal.removeEventListener("abort", listener);
  } else {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- all that they have
    signal.onabort = listener;
  }
  return () => undefined;
};
