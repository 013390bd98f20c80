import { setupServer } from "msw/node";
import { Wickr } from "@wickr-admin/client";
import { afterEach, describe, expect, it } from "vitest";
import { type SimulatorOptions, createClock, createSimulator } from "../src/index.js";
import { CREDENTIALS, createClient, refusal } from "./testing.js";

const SCENE: SimulatorOptions = {
  seed: "scene",
  clock: createClock(),
  networks: [
    {
      name: "One",
      groups: ["Field", { name: "Desk", settings: { maxTtl: 60 } }],
      users: [{ username: "ana", group: "Field" }],
      bots: ["onebot"],
      guests: ["g@x.example"],
    },
    { name: "Two", accessLevel: "STANDARD", users: 12 },
  ],
};

describe("The scene", () => {
  it("is set as it is described", () => {
    const wickr = createSimulator(SCENE);
    const one = wickr.network("One");
    expect(one.groups.map(({ name }) => name)).toEqual(["Default", "Field", "Desk"]);
    expect(one.group("Desk").settings.maxTtl).toBe(60);
    expect(one.users.get("ana").groupId).toBe(one.group("Field").id);
    expect(one.bot("onebot").record.status).toBe(2);
    expect(one.guests.map(({ username }) => username)).toEqual(["g@x.example"]);
    const two = wickr.network("Two");
    expect(two.record.accessLevel).toBe("STANDARD");
    expect([...two.users].filter(({ status }) => status === 1)).toHaveLength(1);
    expect([...two.users].filter(({ isAdmin }) => isAdmin)).toHaveLength(1);
    expect([...two.users][0]?.devices).toHaveLength(1);
  });

  it("is the same for the same seed, and another for another", () => {
    const ids = (seed: string) =>
      createSimulator({ ...SCENE, seed }).networks.map(({ networkId }) => networkId);
    expect(ids("a")).toEqual(ids("a"));
    expect(ids("a")).not.toEqual(ids("b"));
    expect(createSimulator(SCENE).snapshot()).toEqual(createSimulator(SCENE).snapshot());
  });

  it("is empty where nothing is described, and has one network for users alone", () => {
    expect(createSimulator().networks).toEqual([]);
    expect(createSimulator({ users: 3 }).network().users.size).toBe(3);
    expect(
      createSimulator({ networks: 2, users: 3 }).networks.map(({ users }) => users.size),
    ).toEqual([3, 3]);
  });

  it("names what is not there", () => {
    const wickr = createSimulator(SCENE);
    expect(() => wickr.network()).toThrow("2 of 2 networks fit 'any'");
    expect(() => wickr.network("Three")).toThrow("0 of 2 networks fit 'Three'");
    expect(() => wickr.network("One").users.get("ben")).toThrow("has no user 'ben'");
    expect(() => wickr.network("One").group("x")).toThrow("has no security group 'x'");
    expect(() => wickr.network("One").bot("x")).toThrow("has no bot 'x'");
    expect(() =>
      createSimulator({ networks: [{ users: [{ username: "a", group: "x" }] }] }),
    ).toThrow("has no group 'x'");
  });
});

describe("Snapshots", () => {
  it("can be gone back to, as often as needed", async () => {
    const wickr = createSimulator(SCENE);
    const admin = createClient(wickr);
    const one = wickr.network("One");
    const { networkId } = one;
    const snapshot = wickr.snapshot();
    for (let round = 0; round < 2; round++) {
      await admin.batchCreateUser({
        networkId,
        users: [{ username: "ben", securityGroupIds: [] }],
        clientToken: "again",
      });
      one.users.get("ana").signIn();
      expect(one.users.size).toBe(2);
      wickr.restore(snapshot);
      expect(one.users.size).toBe(1);
      expect(one.users.get("ana").devices).toEqual([]);
      expect(wickr.snapshot()).toEqual(snapshot);
    }
  });

  it("are plain JSON", () => {
    const wickr = createSimulator(SCENE);
    const other = createSimulator();
    other.restore(
      JSON.parse(JSON.stringify(wickr.snapshot())) as ReturnType<typeof wickr.snapshot>,
    );
    expect(JSON.stringify(other.snapshot())).toBe(JSON.stringify(wickr.snapshot()));
    expect(() => other.restore({ ...wickr.snapshot(), version: 9 })).toThrow("version 9");
  });

  it("are not needed to begin again", async () => {
    const wickr = createSimulator(SCENE);
    const before = wickr.snapshot();
    await createClient(wickr).deleteNetwork({ networkId: wickr.network("One").networkId });
    expect(wickr.network("One").deletedAt).toEqual(new Date("2025-06-02T08:01:00Z"));
    wickr.reset();
    expect(wickr.snapshot()).toEqual(before);
  });
});

describe("Ways in", () => {
  const servers: ReturnType<typeof setupServer>[] = [];
  afterEach(() => servers.splice(0).forEach((server) => server.close()));
  const listen = (...args: Parameters<typeof setupServer>) => {
    const server = setupServer(...args);
    server.listen({ onUnhandledRequest: "error" });
    servers.push(server);
  };

  it("through msw at the service's own address", async () => {
    const wickr = createSimulator(SCENE);
    listen(...wickr.handlers);
    const admin = new Wickr({ region: "eu-west-2", credentials: CREDENTIALS });
    expect((await admin.listNetworks({})).networks).toHaveLength(2);
    await expect(fetch("https://wickr.test/elsewhere")).rejects.toThrow();
  });

  it("through msw at an endpoint with a path, side by side with another", async () => {
    const first = createSimulator({ ...SCENE, endpoint: "https://wickr.test/first" });
    const second = createSimulator({ networks: 1, endpoint: "https://wickr.test/second/" });
    listen(...first.handlers, ...second.handlers);
    const count = async (endpoint: string) =>
      (
        await new Wickr({ region: "us-east-1", credentials: CREDENTIALS, endpoint }).listNetworks(
          {},
        )
      ).networks.length;
    expect([
      await count("https://wickr.test/first"),
      await count("https://wickr.test/second"),
    ]).toEqual([2, 1]);
    expect((await fetch("https://wickr.test/first/nothing")).status).toBe(404);
    await expect(fetch("https://wickr.test/firstly/networks")).rejects.toThrow();
  });

  it("by a call", async () => {
    const wickr = createSimulator(SCENE);
    const { networkId } = wickr.network("Two");
    const response = await wickr.fetch(`https://any.example/networks/${networkId}/users/count`);
    expect(await response.json()).toMatchObject({ total: 12 });
  });

  it("with signatures checked", async () => {
    const wickr = createSimulator({
      ...SCENE,
      credentials: { [CREDENTIALS.accessKeyId]: CREDENTIALS.secretAccessKey },
      endpoint: "https://wickr.test/api",
    });
    listen(...wickr.handlers);
    const client = (secretAccessKey: string) =>
      new Wickr({
        region: "us-east-1",
        endpoint: "https://wickr.test/api",
        credentials: { ...CREDENTIALS, secretAccessKey },
        maxAttempts: 1,
      });
    expect(
      (await client(CREDENTIALS.secretAccessKey).listNetworks({ sortFields: "networkName" }))
        .networks,
    ).toHaveLength(2);
    expect((await refusal(client("wrong").listNetworks({}))).name).toBe(
      "InvalidSignatureException",
    );
  });

  it("through msw together with waiting clocks: nothing sleeps for days", async () => {
    const clock = createClock();
    const wickr = createSimulator({
      clock,
      networks: [{ users: [{ username: "mei", status: 1 }] }],
    });
    clock.advance({ days: 6, hours: 23, minutes: 59, seconds: 59 });
    wickr.network().users.get("mei").acceptInvitation();
    clock.set(new Date("2030-01-01"));
    expect(wickr.network().users.get("mei").status).toBe(2);
  });
});
