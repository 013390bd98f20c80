import { describe, expect, it } from "vitest";
import { createSimulator } from "../src/index.js";
import { setUp } from "./rules.js";
import { createClient, refusal } from "./testing.js";

const observed = { behavior: "observed", networks: [{ bots: ["onebot"] }] } as const;
const documented = { ...observed, behavior: "documented" } as const;

/** Calls for what is in a network. */
const callsBelow = ({ admin, networkId, groupId }: ReturnType<typeof setUp>) => [
  () => admin.getNetworkSettings({ networkId }),
  () => admin.getSecurityGroup({ networkId, groupId }),
  () => admin.getBot({ networkId, botId: "7001" }),
  () => admin.getDataRetentionBot({ networkId }),
  () => admin.getOidcInfo({ networkId }),
  () => admin.listUsers({ networkId }),
];

describe("L1: a network is deleted in the background", () => {
  it("observed: 403 for it and all below it, and no longer listed", async () => {
    const world = setUp(observed);
    const { admin, networkId, network } = world;
    expect((await admin.deleteNetwork({ networkId })).$metadata.httpStatusCode).toBe(200);
    expect((await admin.listNetworks({})).networks).toEqual([]);
    expect(network.exists).toBe(true);
    for (const call of [
      () => admin.getNetwork({ networkId }),
      () => admin.updateNetwork({ networkId, networkName: "Harbor" }),
      () => admin.deleteNetwork({ networkId }),
      ...callsBelow(world),
    ]) {
      expect(await refusal(call())).toMatchObject({
        name: "ForbiddenError",
        $metadata: { httpStatusCode: 403 },
      });
    }
  });

  it("observed: it takes as long as it is told, on the simulator's clock", async () => {
    const { admin, networkId, clock, network } = setUp({
      ...observed,
      deletionTakes: { hours: 2 },
    });
    await admin.deleteNetwork({ networkId });
    expect(network.deletedAt).toEqual(new Date(clock() + 7_200_000));
    clock.advance({ hours: 1, minutes: 59, seconds: 59 });
    expect((await refusal(admin.getNetwork({ networkId }))).name).toBe("ForbiddenError");
    clock.advance({ seconds: 1 });
    expect((await refusal(admin.getNetwork({ networkId }))).name).toBe("ResourceNotFoundError");
    expect(network.exists).toBe(false);
    expect(() => network.name).toThrow("was not found");
  });

  it("observed: the token of the deletion still stands for its first answer", async () => {
    const { admin, networkId } = setUp(observed);
    const first = await admin.deleteNetwork({ networkId, clientToken: "delete-1" });
    const second = await admin.deleteNetwork({ networkId, clientToken: "delete-1" });
    expect(second.message).toBe(first.message);
  });

  it("observed: snapshots hold it, and older ones are read all the same", async () => {
    const { wickr, admin, networkId, clock } = setUp(observed);
    const before = wickr.snapshot();
    expect(before).not.toHaveProperty("deletions");
    await admin.deleteNetwork({ networkId });
    const other = createSimulator({ clock, behavior: "observed" });
    other.restore(JSON.parse(JSON.stringify(wickr.snapshot())) as typeof before);
    const status = async () =>
      (await refusal(createClient(other).getNetwork({ networkId }))).$metadata.httpStatusCode;
    expect(await status()).toBe(403);
    clock.advance({ minutes: 1 });
    expect(await status()).toBe(404);
    other.restore(before);
    expect((await createClient(other).getNetwork({ networkId })).networkId).toBe(networkId);
  });

  it("documented: it is gone at once", async () => {
    const { admin, networkId, network } = setUp(documented);
    await admin.deleteNetwork({ networkId });
    expect((await admin.listNetworks({})).networks).toEqual([]);
    expect(network.exists).toBe(false);
    for (const call of [admin.getNetwork({ networkId }), admin.deleteNetwork({ networkId })]) {
      expect(await refusal(call)).toMatchObject({
        name: "ResourceNotFoundError",
        $metadata: { httpStatusCode: 404 },
      });
    }
  });
});

describe("L2: once a network is gone", () => {
  it("observed: 401 without JSON for what was in it, 404 for itself", async () => {
    const world = setUp({ ...observed, deletionTakes: {} });
    const { admin, networkId, wickr } = world;
    await admin.deleteNetwork({ networkId });
    for (const call of callsBelow(world))
      expect((await refusal(call())).$metadata.httpStatusCode).toBe(401);

    const response = await wickr.fetch(`https://wickr.test/networks/${networkId}/bots/7001`);
    expect(response.status).toBe(401);
    expect(response.headers.has("x-amzn-errortype")).toBe(false);
    expect(response.headers.get("content-type")).toBe("text/html");
    const text = await response.text();
    expect(() => JSON.parse(text) as unknown).toThrow();
    for (const call of [admin.getNetwork({ networkId }), admin.deleteNetwork({ networkId })])
      expect((await refusal(call)).name).toBe("ResourceNotFoundError");
  });

  it("documented: 404 for all of it", async () => {
    const world = setUp(documented);
    await world.admin.deleteNetwork({ networkId: world.networkId });
    for (const call of callsBelow(world)) {
      expect(await refusal(call())).toMatchObject({
        name: "ResourceNotFoundError",
        $metadata: { httpStatusCode: 404 },
      });
    }
  });
});

describe("L3: a bot that is not there", () => {
  const calls = ({ admin, networkId }: ReturnType<typeof setUp>) => [
    () => admin.getBot({ networkId, botId: "99999" }),
    () => admin.updateBot({ networkId, botId: "99999", displayName: "One" }),
    () => admin.deleteBot({ networkId, botId: "99999" }),
  ];

  it("observed: 404 that names no error", async () => {
    const world = setUp(observed);
    for (const call of calls(world)) {
      expect(await refusal(call())).toMatchObject({
        message: "Bot not found",
        $metadata: { httpStatusCode: 404 },
      });
    }
    const { networkId, wickr } = world;
    const response = await wickr.fetch(`https://wickr.test/networks/${networkId}/bots/99999`);
    expect(response.headers.has("x-amzn-errortype")).toBe(false);
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.text()).toBe('{"message":"Bot not found"}');
  });

  it("observed: other resources name their error", async () => {
    const { admin, networkId } = setUp(observed);
    for (const call of [
      admin.getSecurityGroup({ networkId, groupId: "Zz0zZz0z" }),
      admin.getUser({ networkId, userId: "99999" }),
    ])
      expect((await refusal(call)).name).toBe("ResourceNotFoundError");
  });

  it("documented: ResourceNotFoundError", async () => {
    for (const call of calls(setUp(documented))) {
      expect(await refusal(call())).toMatchObject({
        name: "ResourceNotFoundError",
        message: "Bot 99999 was not found",
      });
    }
  });
});

describe.each([observed, documented])("$behavior", (options) => {
  it("L4: a network without a data retention bot is no error", async () => {
    const { admin, networkId } = setUp(options);
    expect(await admin.getDataRetentionBot({ networkId })).toMatchObject({ botExists: false });
  });

  it("L5: an OIDC configuration is replaced, not deleted", async () => {
    const { admin, networkId, wickr } = setUp(options);
    const config = { networkId, issuer: "https://login.example.com", scopes: "openid" };
    await admin.registerOidcConfig({ ...config, companyId: "UE1-harbor" });
    await admin.registerOidcConfig({ ...config, companyId: "UE1-relief" });
    const { openidConnectInfo } = await admin.getOidcInfo({ networkId });
    expect(openidConnectInfo?.companyId).toBe("UE1-relief");
    const url = `https://wickr.test/networks/${networkId}/oidc`;
    const response = await wickr.fetch(url, { method: "DELETE" });
    expect(response.headers.get("x-amzn-errortype")).toBe("UnknownOperationException");
  });
});
