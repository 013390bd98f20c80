import { describe, expect, test } from "vitest";
import type { Json } from "../../model/model.js";
import type { PlannedFile } from "../../layout/file.js";
import { importModule, factsOfShapes, textOf } from "../render-fixture.js";
import { planWaiters } from "./index.js";

const plan = (waiters: Json, confirmed: Json = {}): PlannedFile[] =>
  planWaiters(
    factsOfShapes({
      "test#Birds": {
        type: "service",
        version: "1",
        operations: [{ target: "test#GetBird" }, { target: "test#ListBirds" }],
      },
      "test#ListBirds": {
        type: "operation",
        input: { target: "test#ListBirdsInput" },
        output: { target: "test#ListBirdsOutput" },
        traits: {
          "smithy.api#paginated": { inputToken: "from", outputToken: "page.next" },
        },
      },
      "test#ListBirdsInput": {
        type: "structure",
        members: {
          wood: { target: "smithy.api#String" },
          from: { target: "smithy.api#String" },
        },
      },
      "test#ListBirdsOutput": {
        type: "structure",
        members: { names: { target: "test#Eggs" }, page: { target: "test#Page" } },
      },
      "test#Page": { type: "structure", members: { next: { target: "smithy.api#String" } } },
      "test#GetBird": {
        type: "operation",
        input: { target: "test#GetBirdInput" },
        output: { target: "test#GetBirdOutput" },
        traits: {
          "smithy.waiters#waitable": waiters,
          "wickr.codegen#confirmedAcceptors": confirmed,
          "smithy.api#examples": [{ title: "One", input: { name: "owl */" }, output: {} }],
        },
      },
      "test#GetBirdInput": {
        type: "structure",
        members: {
          name: { target: "smithy.api#String" },
          forest: { target: "smithy.api#String" },
        },
      },
      "test#GetBirdOutput": {
        type: "structure",
        members: {
          name: { target: "smithy.api#String" },
          state: { target: "smithy.api#String" },
          kind: { target: "test#Kind" },
          eggs: { target: "test#Eggs" },
        },
      },
      "test#Kind": {
        type: "enum",
        members: {
          ON: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "on" } },
          OFF: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "off" } },
        },
      },
      "test#Eggs": { type: "list", member: { target: "smithy.api#String" } },
    }),
  );

/** What the generated module needs of a client package. */
const CLIENT = ["GetBird", "ListBirds"]
  .map((name) => `export class ${name}Command { constructor(readonly input: unknown) {} }`)
  .join("\n");

interface Result {
  readonly state: string;
  readonly reason?: unknown;
}

type Wait = (params: object, input: object) => Promise<Result>;

/** Waits with a waiter of these acceptors, for a service that gives these answers. */
const wait = async (
  acceptors: Json,
  answers: unknown[],
  {
    until = false,
    params = {},
    input = {},
  }: { until?: boolean; params?: object; input?: object } = {},
): Promise<Result & { readonly calls: number }> => {
  const [file] = plan({ Ready: { acceptors } });
  const { module } = await importModule(file!, CLIENT);
  const client = {
    calls: 0,
    send: async () => {
      const answer = answers[Math.min(client.calls++, answers.length - 1)];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const run = module[until ? "waitUntilReady" : "waitForReady"] as Wait;
  const result = await run(
    { client, maxWaitTime: 5, minDelay: 0.001, maxDelay: 0.002, ...params },
    input,
  );
  return { ...result, calls: client.calls };
};

const error = (name: string): Error => Object.assign(new Error(name), { name });
const on = (state: string, matcher: Json): Json => ({ state, matcher });
const output = (path: string, comparator: string, expected: string): Json => ({
  output: { path, comparator, expected },
});

describe("matchers", () => {
  test.each([
    ["stringEquals", output("state", "stringEquals", "up"), { state: "up" }, { state: "down" }],
    ["booleanEquals true", output("state == 'up'", "booleanEquals", "true"), { state: "up" }, {}],
    ["booleanEquals false", output("state == 'up'", "booleanEquals", "false"), {}, { state: "up" }],
    [
      "allStringEquals",
      output("eggs[]", "allStringEquals", "a"),
      { eggs: ["a", "a"] },
      { eggs: ["a", "b"] },
    ],
    [
      "allStringEquals of none",
      output("eggs[]", "allStringEquals", "a"),
      { eggs: ["a"] },
      { eggs: [] },
    ],
    ["allStringEquals of nothing", output("eggs[]", "allStringEquals", "a"), { eggs: ["a"] }, {}],
    [
      "anyStringEquals",
      output("eggs[]", "anyStringEquals", "a"),
      { eggs: ["b", "a"] },
      { eggs: ["b"] },
    ],
    [
      "a failing function",
      output("length(eggs) != `1`", "booleanEquals", "true"),
      { eggs: [] },
      {},
    ],
    ["success", { success: true }, {}, undefined],
  ] as [string, Json, object, object | undefined][])("%s", async (_, matcher, match, other) => {
    const answers = other ? [other, match] : [match];
    const result = await wait([on("success", matcher)], answers);
    expect(result).toMatchObject({ state: "SUCCESS", reason: match, calls: answers.length });
  });

  test("input and output together", async () => {
    const matcher = {
      inputOutput: {
        path: "input.name == output.name",
        comparator: "booleanEquals",
        expected: "true",
      },
    };
    const result = await wait([on("success", matcher)], [{ name: "owl" }, { name: "wren" }], {
      input: { name: "wren" },
    });
    expect(result.calls).toBe(2);
  });

  test.each(["NotFound", "test.ns#NotFound"])("errorType %s", async (errorType) => {
    const result = await wait([on("success", { errorType })], [{}, error("NotFound")]);
    expect(result).toMatchObject({ state: "SUCCESS", reason: { name: "NotFound" }, calls: 2 });
  });

  test("success false takes any error", async () => {
    expect(await wait([on("success", { success: false })], [error("Any")])).toMatchObject({
      state: "SUCCESS",
    });
  });
});

describe("text of a path is text", () => {
  test.each([
    ["(name == '+(globalThis.PWNED=1)+') | 'value'", "value"],
    ["(name || state) | 'value'", "value"],
    ["(name || '`${globalThis.PWNED=1}`') | [@, 'value => x'][1]", "value => x"],
  ])("%s", async (path, expected) => {
    const acceptors = [on("success", output(path, "stringEquals", expected))];
    expect(await wait(acceptors, [{ state: "up" }])).toMatchObject({ state: "SUCCESS", calls: 1 });
    expect(globalThis).not.toHaveProperty("PWNED");
  });

  test("a value of an enum beside a choice of two", async () => {
    const acceptors = [on("success", output("kind == ('on' || 'off')", "booleanEquals", "true"))];
    const answers = [{ kind: "off" }, { kind: "on" }];
    expect(await wait(acceptors, answers)).toMatchObject({ state: "SUCCESS", calls: 2 });
  });
});

describe("what comes of it", () => {
  const up = on("success", output("state", "stringEquals", "up"));

  test("an output that no acceptor knows is asked for again", async () => {
    expect((await wait([up], [{ state: "a" }, { state: "b" }, { state: "up" }])).calls).toBe(3);
  });

  test.each([
    ["no acceptor is of errors", [up]],
    ["acceptors are of other errors", [on("success", { errorType: "Gone" }), up]],
  ])("an error that no acceptor names is a failure at once: %s", async (_, acceptors) => {
    expect(await wait(acceptors, [error("Denied"), { state: "up" }])).toMatchObject({
      state: "FAILURE",
      reason: { name: "Denied" },
      calls: 1,
    });
  });

  test.each([
    ["throttling", { $metadata: { httpStatusCode: 429 } }],
    ["an error of the server", { $metadata: { httpStatusCode: 503 } }],
    ["a broken connection", { code: "ECONNRESET" }],
  ])("%s may pass", async (_, more) => {
    const answers = [Object.assign(error("Any"), more), { state: "up" }];
    expect((await wait([up], answers)).calls).toBe(2);
  });

  test("an acceptor also judges what may pass", async () => {
    const acceptors = [on("failure", { errorType: "Slow" }), up];
    const slow = Object.assign(error("Slow"), { $metadata: { httpStatusCode: 429 } });
    expect(await wait(acceptors, [slow])).toMatchObject({ state: "FAILURE", calls: 1 });
  });

  test("an error can be a failure", async () => {
    const acceptors = [on("failure", { errorType: "Denied" }), up];
    expect(await wait(acceptors, [error("Denied")])).toMatchObject({
      state: "FAILURE",
      reason: { name: "Denied" },
      calls: 1,
    });
  });

  test("an error can be a reason to ask again", async () => {
    const acceptors = [on("retry", { errorType: "NotFound" }), up];
    expect((await wait(acceptors, [error("NotFound"), { state: "up" }])).calls).toBe(2);
  });

  test("the first acceptor that matches decides", async () => {
    const acceptors = [on("failure", output("state", "stringEquals", "up")), up];
    expect((await wait(acceptors, [{ state: "up" }])).state).toBe("FAILURE");
  });

  test("time runs out", async () => {
    expect((await wait([up], [{}], { params: { maxWaitTime: 0.01 } })).state).toBe("TIMEOUT");
  });

  test("a signal aborts it", async () => {
    const params = { abortSignal: AbortSignal.timeout(10), minDelay: 1, maxDelay: 1 };
    expect((await wait([up], [{}], { params })).state).toBe("ABORTED");
  });

  test.each([
    ["TimeoutError", [{}], { maxWaitTime: 0.01 }],
    ["Error", [error("Denied")], {}],
  ])("waitUntil throws %s", async (name, answers, params) => {
    const acceptors = [on("failure", { errorType: "Denied" }), up];
    await expect(wait(acceptors, answers, { until: true, params })).rejects.toMatchObject({ name });
  });

  test("waitUntil throws where it is aborted", async () => {
    const params = { abortSignal: AbortSignal.timeout(10), minDelay: 1, maxDelay: 1 };
    await expect(wait([up], [{}], { until: true, params })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("waitUntil gives the cause of a failure", async () => {
    const denied = error("Denied");
    await expect(wait([up], [denied], { until: true })).rejects.toMatchObject({
      name: "Error",
      message: expect.stringContaining("Denied: Denied") as string,
      cause: denied,
    });
  });

  test("the signal reaches the requests", async () => {
    const controller = new AbortController();
    const signals: AbortSignal[] = [];
    const client = {
      send: (_command: unknown, { abortSignal }: { abortSignal: AbortSignal }) => {
        signals.push(abortSignal);
        controller.abort();
        return new Promise(() => undefined);
      },
    };
    const params = { client, abortSignal: controller.signal };
    expect((await wait([up], [], { params })).state).toBe("ABORTED");
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test("waitUntil gives the result where it succeeds", async () => {
    expect(await wait([up], [{ state: "up" }], { until: true })).toMatchObject({
      state: "SUCCESS",
    });
  });
});

describe("an acceptor that another operation confirms", () => {
  const confirmedBy = {
    operation: "test#ListBirds",
    input: { wood: "forest" },
    path: "contains(output.names, input.name)",
    comparator: "booleanEquals",
    expected: "false",
  };
  const acceptors = [on("success", { errorType: "NotFound" })];

  /** Waits where these acceptors come after those of the waiter. */
  const waitConfirmed = async (
    confirmed: Json[],
    birds: unknown[],
    lists: unknown[],
    own: Json = acceptors,
  ) => {
    const [file] = plan({ Ready: { acceptors: own } }, { Ready: confirmed });
    const { module } = await importModule(file!, CLIENT);
    const sent: { readonly name: string; readonly input: unknown; readonly options: unknown }[] =
      [];
    const send = async (command: { readonly input: unknown }, options: unknown) => {
      const { name } = command.constructor;
      sent.push({ name, input: command.input, options });
      const answers = name === "GetBirdCommand" ? birds : lists;
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const result = await (module["waitForReady"] as Wait)(
      { client: { send }, maxWaitTime: 5, minDelay: 0.001, maxDelay: 0.002 },
      { name: "owl", forest: "oak" },
    );
    return { ...result, sent };
  };
  const denied = error("Denied");
  const onDenied: Json = { state: "success", matcher: { errorType: "Denied" }, confirmedBy };

  test("matches where that answers as expected", async () => {
    const { sent, ...result } = await waitConfirmed([onDenied], [denied], [{ names: ["wren"] }]);
    expect(result).toMatchObject({ state: "SUCCESS", reason: denied });
    expect(sent.map(({ name, input }) => [name, input])).toEqual([
      ["GetBirdCommand", { name: "owl", forest: "oak" }],
      ["ListBirdsCommand", { wood: "oak" }],
    ]);
    expect(sent[1]!.options).toHaveProperty("abortSignal");
  });

  test("does not match where that answers otherwise: the error is a failure", async () => {
    const lists = [{ names: ["owl"] }];
    expect(await waitConfirmed([onDenied], [denied], lists)).toMatchObject({
      state: "FAILURE",
      reason: denied,
    });
  });

  test("does not match where that fails as well", async () => {
    expect(await waitConfirmed([onDenied], [denied], [error("Denied too")])).toMatchObject({
      state: "FAILURE",
      reason: denied,
    });
  });

  test("is asked again where that may pass", async () => {
    const slow = Object.assign(error("Slow"), { $metadata: { httpStatusCode: 429 } });
    const { sent, state } = await waitConfirmed([onDenied], [denied], [slow, { names: [] }]);
    expect(state).toBe("SUCCESS");
    expect(sent).toHaveLength(4);
  });

  test.each([
    ["in the last", [["wren"], ["owl"]], "FAILURE"],
    ["in the first, and no more is asked for", [["owl"], ["wren"]], "FAILURE"],
    ["in none", [["wren"], []], "SUCCESS"],
  ])("looks at all pages: %s", async (_, names, state) => {
    const pages = names.map((each, index) => ({
      names: each,
      page: index + 1 < names.length ? { next: `page ${index + 2}` } : {},
    }));
    const result = await waitConfirmed([onDenied], [denied], pages);
    expect(result.state).toBe(state);
    const inputs = result.sent.slice(1).map(({ input }) => input);
    expect(inputs).toEqual(
      names[0]![0] === "owl"
        ? [{ wood: "oak" }]
        : [{ wood: "oak" }, { wood: "oak", from: "page 2" }],
    );
  });

  test("does not match where pages do not come to an end", async () => {
    const pages = [{ names: [], page: { next: "again" } }];
    expect(await waitConfirmed([onDenied], [denied], pages)).toMatchObject({
      state: "FAILURE",
      reason: denied,
    });
  });

  test("is not asked of where the waiter's own acceptors decide", async () => {
    expect((await waitConfirmed([onDenied], [error("NotFound")], [])).sent).toHaveLength(1);
  });

  test("may be of outputs", async () => {
    const confirmed = [{ ...(onDenied as object), matcher: { success: true } }];
    const lists = [{ names: ["owl"] }, { names: [] }];
    const { state, sent } = await waitConfirmed(confirmed, [{ name: "owl" }], lists);
    expect(state).toBe("SUCCESS");
    expect(sent).toHaveLength(4);
  });

  test("shares with others of the waiter what confirms them", async () => {
    const [file] = plan(
      { Ready: { acceptors } },
      {
        Ready: [
          onDenied,
          { ...(onDenied as object), matcher: { errorType: "Unauthorized" } },
          { ...(onDenied as object), confirmedBy: { ...confirmedBy, input: {} } },
        ],
      },
    );
    const text = await textOf(file!);
    expect(text.match(/^const confirmation\w*/gm)).toEqual([
      "const confirmation",
      "const confirmation2",
    ]);
    expect(text).toContain(
      "An answer of `Denied` or `Unauthorized` counts only where `ListBirds` confirms it.",
    );
  });
});

describe("what is written", () => {
  const acceptors = [on("success", { success: true })];

  test("a module for each waiter, and an index", () => {
    const files = plan({ BirdHere: { acceptors }, BirdAway: { acceptors } });
    expect(files.map(({ path }) => path)).toEqual([
      "waiters/src/waitForBirdAway.ts",
      "waiters/src/waitForBirdHere.ts",
      "waiters/src/index.ts",
    ]);
  });

  test("delays are those of the trait, else Smithy's", async () => {
    const [own, usual] = plan({ A: { acceptors, minDelay: 3, maxDelay: 9 }, B: { acceptors } });
    expect(await textOf(own!)).toContain("{ minDelay: 3, maxDelay: 9 }");
    expect(await textOf(usual!)).toContain("{ minDelay: 2, maxDelay: 120 }");
  });

  test("documentation and examples of the model stay inside of the comment", async () => {
    const documentation = "Waits. */ process.exit() /* @deprecated {@link x}";
    const [file] = plan({ A: { documentation, acceptors, deprecated: true } });
    const text = await textOf(file!);
    expect(text).toContain("Waits. *\\/ process.exit()");
    expect(text).toContain('{ name: "owl *\\/" }');
  });

  test("acceptors that change nothing are left out", async () => {
    const [file] = plan({
      A: {
        acceptors: [
          on("success", output("state", "stringEquals", "up")),
          on("retry", output("state", "stringEquals", "x")),
          on("success", { success: false }),
          on("retry", { errorType: "Gone" }),
        ],
      },
    });
    expect(await textOf(file!)).not.toMatch(/Gone|"x"/);
  });

  test("errors are not caught where no acceptor is of errors", async () => {
    const [file] = plan({ A: { acceptors } });
    expect(await textOf(file!)).not.toContain("catch");
  });
});
