import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

const key = "arn:aws:kms:us-east-1:111122223333:key/a";
const trial = { networks: [{ freeTrial: true, encryptionKeyArn: key }] };

describe("L14: the encryption key", () => {
  it.each([
    ["observed", undefined],
    ["documented", key],
  ] as const)("%s: comes back from get and list as %s", async (behavior, shown) => {
    const { admin, networkId } = setUp({ behavior, ...trial });
    await admin.updateNetwork({ networkId, networkName: "Harbor", encryptionKeyArn: key });
    await admin.createNetwork({
      networkName: "Other",
      accessLevel: "PREMIUM",
      encryptionKeyArn: key,
    });
    expect((await admin.getNetwork({ networkId })).encryptionKeyArn).toBe(shown);
    const { networks } = await admin.listNetworks({});
    expect(networks.map(({ encryptionKeyArn }) => encryptionKeyArn)).toEqual([shown, shown]);
  });
});

describe("L15: settings of a network", () => {
  const trusted = { optionName: "enableTrustedDataFormat", value: "true", type: "boolean" };

  it("observed: none at all are a BadRequestError, and defaults are left out", async () => {
    const { admin, networkId } = setUp({ behavior: "observed" });
    const none = admin.updateNetworkSettings({ networkId, settings: {} });
    expect(await refusal(none)).toMatchObject({
      name: "BadRequestError",
      $metadata: { httpStatusCode: 400 },
    });
    await admin.updateNetworkSettings({ networkId, settings: { enableTrustedDataFormat: true } });
    expect((await admin.getNetworkSettings({ networkId })).settings).toEqual([trusted]);
  });

  it("documented: none at all change nothing, and all are told", async () => {
    const { admin, networkId } = setUp({ behavior: "documented" });
    expect((await admin.updateNetworkSettings({ networkId, settings: {} })).settings).toEqual([]);
    await admin.updateNetworkSettings({ networkId, settings: { enableTrustedDataFormat: true } });
    const { settings } = await admin.getNetworkSettings({ networkId });
    expect(settings).toHaveLength(4);
    expect(settings).toContainEqual(trusted);
  });
});

describe("L16: the free trial", () => {
  it.each([
    ["observed", undefined],
    ["documented", "2025-08-31T08:00:00Z"],
  ] as const)("%s: GetNetwork says of it %s", async (behavior, shown) => {
    const { admin, networkId } = setUp({ behavior, ...trial });
    expect((await admin.getNetwork({ networkId })).freeTrialExpiration).toBe(shown);
  });
});

describe("Rules that only prose has", () => {
  const calls = ({ admin, networkId, groupId, network }: ReturnType<typeof setUp>) => {
    const userId = [...network.users][0]?.userId ?? "";
    const users = Array.from({ length: 51 }, (_, at) => ({
      username: `user-${at}`,
      securityGroupIds: [],
    }));
    return [
      () => admin.listDevicesForUser({ networkId, userId, sortFields: "model" }),
      () => admin.listUsers({ networkId, sortFields: "age" }),
      () => admin.listUsers({ networkId, maxResults: 0 }),
      () => admin.listUsers({ networkId, maxResults: -5 }),
      () => admin.listSecurityGroups({ networkId, maxResults: 101 }),
      () => admin.createNetwork({ networkName: "", accessLevel: "PREMIUM" }),
      () => admin.updateNetwork({ networkId, networkName: "longer than 20 characters" }),
      () => admin.batchCreateUser({ networkId, users }),
      () => admin.batchDeleteUser({ networkId, userIds: [] }),
      () => admin.createBot({ networkId, groupId, username: "helper", challenge: "a" }),
      () =>
        admin.updateSecurityGroup({
          networkId,
          groupId,
          securityGroupSettings: { maxAutoDownloadSize: 600_000 },
        }),
      () =>
        admin.registerOpentdfConfig({
          networkId,
          clientId: "a",
          clientSecret: "b",
          domain: "tdf.example.com",
          provider: "Keyhouse",
        }),
    ];
  };

  it("observed: refuse nothing", async () => {
    for (const call of calls(setUp({ behavior: "observed", users: 1, networks: [{}] })))
      expect((await call()).$metadata.httpStatusCode).toBe(200);
  });

  it("documented: are a ValidationError", async () => {
    for (const call of calls(setUp({ users: 1, networks: [{}] })))
      expect((await refusal(call())).name).toBe("ValidationError");
  });

  it.each(["observed", "documented"] as const)("%s: sort devices by appId", async (behavior) => {
    const { admin, networkId, network } = setUp({ behavior, users: 1, networks: [{}] });
    const userId = [...network.users][0]?.userId ?? "";
    network.users.get(userId).signIn();
    const { devices } = await admin.listDevicesForUser({
      networkId,
      userId,
      sortFields: "appId",
      sortDirection: "ASC",
    });
    const ids = devices.map(({ appId }) => appId);
    expect(ids).toHaveLength(2);
    expect(ids).toEqual(ids.toSorted());
  });

  it("observed: pages have 1 to 100 items, whatever is asked for", async () => {
    const { admin, networkId } = setUp({ behavior: "observed", users: 150, networks: [{}] });
    const size = async (maxResults: number) =>
      (await admin.listUsers({ networkId, maxResults })).users?.length;
    expect(await Promise.all([0, -1, 1, 100, 101, 1000].map(size))).toEqual([
      1, 1, 1, 100, 100, 100,
    ]);
  });
});
