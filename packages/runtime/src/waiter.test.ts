import { WaiterState as SmithyWaiterState } from "@smithy/util-waiter";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  checkExceptions,
  createWaiter,
  type WaiterConfiguration,
  type WaiterResult,
  WaiterState,
} from "./waiter.js";

const CLIENT = { name: "the client" };
const DELAYS = { minDelay: 2, maxDelay: 120 };

type Params = Partial<WaiterConfiguration<object>>;
type Answer = WaiterResult | Error | (() => WaiterResult | Promise<WaiterResult>);

/** What was asked, and when, in seconds. */
interface Asked {
  readonly at: number;
  readonly client: unknown;
  readonly input: unknown;
  readonly signal: AbortSignal;
}

const waits = (answers: readonly Answer[], params: Params = {}) => {
  const asked: Asked[] = [];
  const begin = Date.now();
  const result = createWaiter(
    { client: CLIENT, maxWaitTime: 600, ...params } as WaiterConfiguration<object>,
    DELAYS,
    { id: "1" },
    async (client, input, { abortSignal }) => {
      const signal = abortSignal as AbortSignal;
      asked.push({ at: (Date.now() - begin) / 1000, client, input, signal });
      const answer = answers[Math.min(asked.length, answers.length) - 1]!;
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer() : answer;
    },
  );
  result.catch(() => undefined);
  const ended = () => Promise.race([result, Promise.resolve(undefined)]);
  return { asked, result, ended };
};

const retry = (reason: unknown = { $metadata: { httpStatusCode: 200 } }): WaiterResult => ({
  state: WaiterState.RETRY,
  reason,
});
const success: WaiterResult = { state: WaiterState.SUCCESS, reason: "done" };
const never = () => new Promise<WaiterResult>(() => undefined);
const fault = (name: string, more: object = {}): Error =>
  Object.assign(new Error(`the message of ${name}`), { name, ...more });

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("knows the states of the AWS SDK", () => {
  expect(WaiterState).toEqual(SmithyWaiterState);
});

it("asks until the check succeeds", async () => {
  const { asked, result } = waits([retry(), success]);
  await vi.runAllTimersAsync();
  expect(await result).toEqual({
    state: "SUCCESS",
    reason: "done",
    final: "done",
    observedResponses: { "200: OK": 1, done: 1 },
  });
  expect(asked).toHaveLength(2);
  expect(asked[0]).toMatchObject({ at: 0, client: CLIENT, input: { id: "1" } });
});

it("ends with the check's failure", async () => {
  const reason = fault("Gone");
  const { result } = waits([{ state: WaiterState.FAILURE, reason }]);
  expect(await result).toMatchObject({ state: "FAILURE", reason, final: reason });
});

describe("an error that the check does not judge", () => {
  it.each([
    fault("ForbiddenError", { $metadata: { httpStatusCode: 403 } }),
    fault("CredentialsProviderError"),
    fault("TypeError"),
    fault("AbortError"),
  ])("is a failure at once: %s", async (reason) => {
    const { asked, result } = waits([reason, success]);
    expect(await result).toMatchObject({ state: "FAILURE", reason, final: reason });
    expect(asked).toHaveLength(1);
  });

  it.each([
    fault("RateLimitError", { $metadata: { httpStatusCode: 429 } }),
    fault("Slow", { $retryable: { throttling: true } }),
    fault("ThrottlingException", { $metadata: { httpStatusCode: 400 } }),
    ...[500, 501, 502, 503, 504, 505].map((httpStatusCode) =>
      fault("Broken", { $metadata: { httpStatusCode } }),
    ),
    fault("Error", { code: "ECONNRESET" }),
    fault("Error", { code: "ECONNREFUSED" }),
    fault("Error", { code: "ENOTFOUND" }),
    fault("Error", { cause: fault("Error", { code: "EPIPE" }) }),
    fault("TimeoutError"),
    new TypeError("Failed to fetch"),
  ])("may pass: %s", async (reason) => {
    const { asked, result } = waits([reason, success]);
    await vi.runAllTimersAsync();
    expect((await result).state).toBe("SUCCESS");
    expect(asked).toHaveLength(2);
  });
});

describe("pauses", () => {
  it.each([
    [0, [0, 2, 4, 6, 8]],
    [0.5, [0, 2, 5, 10, 19]],
    [0.999999, [0, 2, 6, 14, 30]],
  ])("grow, with chance %d", async (chance, times) => {
    vi.spyOn(Math, "random").mockReturnValue(chance);
    const { asked } = waits([retry()], { maxWaitTime: 1000 });
    await vi.advanceTimersByTimeAsync(40_000);
    expect(asked.slice(0, 5).map(({ at }) => Math.round(at))).toEqual(times);
  });

  it("are never longer than maxDelay", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999999);
    const { asked } = waits([retry()], { maxWaitTime: 1e6, minDelay: 10, maxDelay: 15 });
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked.slice(0, 4).map(({ at }) => Math.round(at))).toEqual([0, 10, 25, 40]);
  });

  it("are those of the waiter where the configuration has none", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const params = { minDelay: undefined, maxDelay: undefined } as unknown as Params;
    const { asked } = waits([retry()], params);
    await vi.advanceTimersByTimeAsync(2500);
    expect(asked.map(({ at }) => at)).toEqual([0, 2]);
  });

  it("leave time for a last question", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.999999);
    const { asked, result } = waits([retry()], { maxWaitTime: 10 });
    await vi.runAllTimersAsync();
    expect(asked.map(({ at }) => Math.round(at))).toEqual([0, 2, 6, 8]);
    expect((await result).state).toBe("TIMEOUT");
  });
});

describe("the time limit", () => {
  it("gives the last answer", async () => {
    const reason = { $metadata: { httpStatusCode: 200 }, status: 1 };
    const { result } = waits([retry(reason)], { maxWaitTime: 10 });
    await vi.runAllTimersAsync();
    expect(await result).toMatchObject({ state: "TIMEOUT", reason, final: reason });
  });

  it("ends no wait early where it is longer than timers go", async () => {
    const { ended, result } = waits([retry(), success], { maxWaitTime: Infinity });
    await vi.advanceTimersByTimeAsync(100);
    expect(await ended()).toBeUndefined();
    await vi.runAllTimersAsync();
    expect((await result).state).toBe("SUCCESS");
  });

  it("ends a request in flight", async () => {
    const { asked, ended } = waits([retry("first"), never], { maxWaitTime: 10 });
    await vi.advanceTimersByTimeAsync(9999);
    expect(await ended()).toBeUndefined();
    expect(asked[1]!.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ended()).toMatchObject({ state: "TIMEOUT", reason: "first", final: "first" });
    expect(asked[1]!.signal.aborted).toBe(true);
  });
});

describe("an abort", () => {
  it.each<[string, () => Params]>([
    ["signal", () => ({ abortSignal: AbortSignal.abort() })],
    [
      "controller",
      () => {
        const abortController = new AbortController();
        abortController.abort();
        return { abortController };
      },
    ],
  ])("before the start: nothing is asked (%s)", async (_by, params) => {
    const { asked, result } = waits([success], params());
    expect(await result).toEqual({ state: "ABORTED", observedResponses: {} });
    expect(asked).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(["abortSignal", "abortController"])(
    "in a pause ends it at once, and no timer is left (%s)",
    async (by) => {
      const controller = new AbortController();
      const { asked, ended } = waits(
        [retry("first")],
        by === "abortSignal" ? { abortSignal: controller.signal } : { abortController: controller },
      );
      await vi.advanceTimersByTimeAsync(1000);
      controller.abort();
      await vi.advanceTimersByTimeAsync(0);
      expect(await ended()).toMatchObject({ state: "ABORTED", reason: "first", final: "first" });
      expect(asked).toHaveLength(1);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it("reaches the request in flight, and ends it also where that does not listen", async () => {
    const controller = new AbortController();
    const { asked, ended } = waits([never], { abortSignal: controller.signal });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked[0]!.signal.aborted).toBe(false);
    controller.abort(new Error("enough"));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked[0]!.signal.aborted).toBe(true);
    expect(asked[0]!.signal.reason).toMatchObject({ message: "enough" });
    expect(await ended()).toMatchObject({ state: "ABORTED" });
  });

  it("is no failure where the request ends with it", async () => {
    const controller = new AbortController();
    const { result } = waits(
      [
        retry("first"),
        () => {
          controller.abort();
          throw fault("AbortError");
        },
      ],
      { abortSignal: controller.signal },
    );
    await vi.runAllTimersAsync();
    expect(await result).toMatchObject({ state: "ABORTED", reason: "first" });
  });

  it("is listened to by the old way of old signals", async () => {
    const abortSignal: { aborted: boolean; onabort: (() => void) | null } = {
      aborted: false,
      onabort: null,
    };
    const { ended } = waits([retry()], { abortSignal });
    await vi.advanceTimersByTimeAsync(1000);
    abortSignal.onabort?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(await ended()).toMatchObject({ state: "ABORTED" });
  });
});

it.each<[string, Answer[]]>([
  ["succeeds", [retry(), success]],
  ["fails", [fault("Denied")]],
])("leaves neither timer nor listener where it %s", async (_how, answers) => {
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  const { result } = waits(answers, { abortSignal: signal });
  await vi.advanceTimersByTimeAsync(10_000);
  await result;
  expect(vi.getTimerCount()).toBe(0);
  expect(remove.mock.calls).toEqual(add.mock.calls.map(([type, listener]) => [type, listener]));
});

it.each<[string, object | undefined, RegExp]>([
  ["no client", { maxWaitTime: 5 }, /client/],
  ["a client that is null", { client: null, maxWaitTime: 5 }, /client/],
  ["nothing at all", undefined, /client/],
  ["no time limit", { client: CLIENT }, /maxWaitTime/],
  ["a time limit that is no number", { client: CLIENT, maxWaitTime: "soon" }, /maxWaitTime/],
  ["a time limit of nothing", { client: CLIENT, maxWaitTime: 0 }, /maxWaitTime/],
  ["NaN", { client: CLIENT, maxWaitTime: NaN }, /maxWaitTime/],
  ["a time limit below the first pause", { client: CLIENT, maxWaitTime: 2 }, /minDelay/],
  ["no pause", { client: CLIENT, maxWaitTime: 5, minDelay: 0 }, /minDelay/],
  ["pauses that shrink", { client: CLIENT, maxWaitTime: 5, maxDelay: 1 }, /maxDelay/],
])("refuses %s", async (_what, params, message) => {
  const check = vi.fn();
  await expect(createWaiter(params as never, DELAYS, {}, check)).rejects.toThrow(message);
  expect(check).not.toHaveBeenCalled();
});

describe("what is thrown", () => {
  const thrown = (result: WaiterResult): Error & { result?: unknown } => {
    try {
      checkExceptions(result);
    } catch (error) {
      return error as Error;
    }
    return expect.unreachable();
  };

  it("is nothing where it succeeds", () => {
    expect(checkExceptions(success)).toBe(success);
  });

  it.each([
    [WaiterState.TIMEOUT, "TimeoutError"],
    [WaiterState.ABORTED, "AbortError"],
    [WaiterState.FAILURE, "Error"],
  ])("%s: %s", (state, name) => {
    const error = thrown({ state, reason: { secret: "s" } });
    expect(error.name).toBe(name);
    expect(error).toBeInstanceOf(Error);
    expect(error.cause).toBeUndefined();
    expect(error.message).not.toBe("");
  });

  it.each([WaiterState.TIMEOUT, WaiterState.ABORTED, WaiterState.FAILURE])(
    "%s has the last error as its cause, and says its message",
    (state) => {
      const reason = fault("ForbiddenError");
      const error = thrown({ state, reason });
      expect(error.cause).toBe(reason);
      expect(error.message).toContain("ForbiddenError: the message of ForbiddenError");
    },
  );

  it("has the result, hidden from logs", () => {
    const result: WaiterResult = { state: WaiterState.FAILURE, reason: { secret: "s" } };
    const error = thrown(result);
    expect(error.result).toBe(result);
    expect(Object.keys(error)).not.toContain("result");
    expect(error.message).not.toContain("secret");
  });
});
