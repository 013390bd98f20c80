import { Wickr } from "@wickr-admin/client";
import { setupServer } from "msw/node";
import { afterEach, describe, expect, it } from "vitest";
import { type Fault, createSimulator } from "../src/index.js";
import { drawLatency } from "../src/faults/latency.js";
import { createRandom } from "../src/faults/random.js";
import { startServer } from "../src/server.js";
import { CREDENTIALS, createClient, refusal } from "./testing.js";

const INVITE = { users: [{ username: "ana", securityGroupIds: [] }] };
const setUp = (...faults: Fault[]) => {
  const wickr = createSimulator({ networks: 1, faults, sleep: async () => {} });
  const { networkId } = wickr.network();
  return { wickr, networkId, admin: createClient(wickr), patient: createClient(wickr, 4) };
};

describe("Faults", () => {
  it("429, with and without a hint when to come back", async () => {
    const { admin, wickr } = setUp({ error: "RateLimitError", count: 1 });
    const error = await refusal(admin.listNetworks({}));
    expect(error).toMatchObject({
      name: "RateLimitError",
      message: "Too many requests sent",
      $metadata: { httpStatusCode: 429 },
    });
    await admin.listNetworks({});
    wickr.faults.add({ error: "RateLimitError", retryAfter: 3 });
    const response = await wickr.fetch("https://wickr.test/networks");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "3"]);
  });

  it("500 before anything is done", async () => {
    const { admin, networkId, wickr } = setUp({
      error: "InternalServerError",
      operations: "BatchCreateUser",
      count: 1,
    });
    await admin.listNetworks({});
    expect(await refusal(admin.batchCreateUser({ networkId, ...INVITE }))).toMatchObject({
      name: "InternalServerError",
      $metadata: { httpStatusCode: 500 },
    });
    expect(wickr.network().users.size).toBe(0);
  });

  it("a connection that breaks before the work", async () => {
    const { admin, networkId, wickr } = setUp({ drop: "before", count: 1 });
    await refusal(admin.batchCreateUser({ networkId, ...INVITE }));
    expect(wickr.network().users.size).toBe(0);
  });

  it("a connection that breaks after the work: the retry finds it done, once", async () => {
    const { patient, networkId, wickr } = setUp({
      drop: "after",
      operations: "BatchCreateUser",
      count: 2,
    });
    const { successful, failed, $metadata } = await patient.batchCreateUser({
      networkId,
      ...INVITE,
    });
    expect($metadata.attempts).toBe(3);
    expect([successful?.length, failed]).toEqual([1, []]);
    expect(wickr.network().users.size).toBe(1);
  });

  it.each(["truncated", "malformed"] as const)("a body that is %s", async (body) => {
    const { admin, networkId, wickr } = setUp({ body, count: 1 });
    await refusal(admin.batchCreateUser({ networkId, ...INVITE, clientToken: "a" }));
    expect(wickr.network().users.size).toBe(1);
    expect(
      (await admin.batchCreateUser({ networkId, ...INVITE, clientToken: "a" })).successful,
    ).toHaveLength(1);
  });

  it("by operation, after some requests, and so many times", async () => {
    const { admin, networkId } = setUp({
      error: "InternalServerError",
      operations: ["GetNetwork", "GetUsersCount"],
      after: 2,
      count: 2,
    });
    const outcomes: string[] = [];
    for (let at = 0; at < 6; at++) {
      outcomes.push(
        await admin.getNetwork({ networkId }).then(
          () => "ok",
          () => "failed",
        ),
      );
      await admin.listUsers({ networkId });
    }
    expect(outcomes).toEqual(["ok", "ok", "failed", "failed", "ok", "ok"]);
  });

  it("at a rate, the same ones for the same seed", async () => {
    const play = async (seed: number) => {
      const wickr = createSimulator({
        seed,
        faults: [{ error: "InternalServerError", rate: 0.3 }],
      });
      const outcomes: number[] = [];
      for (let at = 0; at < 200; at++)
        outcomes.push((await wickr.fetch("https://wickr.test/networks")).status);
      return outcomes;
    };
    const outcomes = await play(1);
    const failed = outcomes.filter((status) => status === 500).length;
    expect(failed).toBeGreaterThan(35);
    expect(failed).toBeLessThan(85);
    expect(await play(1)).toEqual(outcomes);
    expect(await play(2)).not.toEqual(outcomes);
  });

  it("latency, added up", async () => {
    const slept: number[] = [];
    const wickr = createSimulator({
      faults: [{ latency: 20 }, { latency: { min: 5, max: 10 } }],
      sleep: async (milliseconds) => void slept.push(milliseconds),
    });
    await wickr.fetch("https://wickr.test/networks");
    expect(slept[0]).toBeGreaterThanOrEqual(25);
    expect(slept[0]).toBeLessThanOrEqual(30);
  });

  it("can be taken away again, and come back with a reset", async () => {
    const { wickr } = setUp({ error: "RateLimitError", count: 1 });
    const status = async () => (await wickr.fetch("https://wickr.test/networks")).status;
    expect([await status(), await status()]).toEqual([429, 200]);
    const remove = wickr.faults.add({ error: "InternalServerError" });
    expect(await status()).toBe(500);
    remove();
    expect(await status()).toBe(200);
    wickr.reset();
    expect([await status(), await status()]).toEqual([429, 200]);
    wickr.faults.clear();
    expect(await status()).toBe(200);
  });
});

describe("Latencies are spread", () => {
  const draw = (latency: Parameters<typeof drawLatency>[0]) => {
    const random = createRandom("spread");
    return Array.from({ length: 10_000 }, () => drawLatency(latency, random)).sort((a, b) => a - b);
  };
  const at = (values: readonly number[], part: number) =>
    values[Math.floor(values.length * part)] ?? NaN;

  it("evenly", () => {
    const values = draw({ min: 10, max: 20 });
    expect(at(values, 0.5)).toBeCloseTo(15, 0);
    expect(values[0]).toBeGreaterThanOrEqual(10);
    expect(values.at(-1)).toBeLessThan(20);
  });

  it("around a mean", () => {
    const values = draw({ mean: 100, deviation: 10 });
    expect(at(values, 0.5)).toBeGreaterThan(99);
    expect(at(values, 0.5)).toBeLessThan(101);
    expect(at(values, 0.841)).toBeGreaterThan(108);
    expect(at(values, 0.841)).toBeLessThan(112);
    expect(draw({ mean: 0, deviation: 10 })[0]).toBe(0);
  });

  it("with a long tail", () => {
    const values = draw({ median: 40, p99: 400 });
    expect(at(values, 0.5)).toBeGreaterThan(36);
    expect(at(values, 0.5)).toBeLessThan(44);
    expect(at(values, 0.99)).toBeGreaterThan(330);
    expect(at(values, 0.99)).toBeLessThan(480);
  });
});

describe("The client sees the same", () => {
  const faults: Fault[] = [
    { drop: "before", operations: "GetNetwork" },
    { drop: "after", operations: "BatchCreateUser", count: 1 },
    { body: "truncated", operations: "ListNetworks" },
    { body: "malformed", operations: "GetUsersCount" },
  ];
  const ends: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
  });

  it.each(["msw", "server"])("through %s", async (way) => {
    const common = { region: "us-east-1", credentials: CREDENTIALS };
    let wickr;
    let endpoint = "https://wickr.test";
    if (way === "msw") {
      const simulator = createSimulator({ networks: 1, faults, endpoint });
      const server = setupServer(...simulator.handlers);
      server.listen({ onUnhandledRequest: "error" });
      ends.push(() => server.close());
      wickr = simulator;
    } else {
      const server = await startServer({ networks: 1, faults });
      ends.push(() => server.close());
      wickr = server.simulator;
      endpoint = server.url;
    }
    const { networkId } = wickr.network();
    const once = new Wickr({ ...common, endpoint, maxAttempts: 1 });
    const twice = new Wickr({ ...common, endpoint, maxAttempts: 2 });
    expect(
      (await refusal(once.getNetwork({ networkId }))).$metadata?.httpStatusCode,
    ).toBeUndefined();
    await refusal(once.listNetworks({}));
    await refusal(once.getUsersCount({ networkId }));
    expect((await twice.batchCreateUser({ networkId, ...INVITE })).successful).toHaveLength(1);
    expect(wickr.network().users.size).toBe(1);
  });
});
