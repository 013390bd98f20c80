import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

describe("Networks", () => {
  it("offers a free trial for PREMIUM only", async () => {
    const { admin } = setUp();
    const error = await refusal(
      admin.createNetwork({
        networkName: "Press",
        accessLevel: "STANDARD",
        enablePremiumFreeTrial: true,
      }),
    );
    expect(error).toMatchObject({
      name: "ValidationError",
      reasons: [
        {
          field: "enablePremiumFreeTrial",
          reason: "A free trial is only offered for PREMIUM networks",
        },
      ],
      $metadata: { httpStatusCode: 422 },
    });
  });

  it("ends the free trial when it is outgrown", async () => {
    const { admin, wickr } = setUp();
    const { networkId = "" } = await admin.createNetwork({
      networkName: "Trial",
      accessLevel: "PREMIUM",
      enablePremiumFreeTrial: true,
    });
    const { users } = wickr.network("Trial");
    users.addAll(Array.from({ length: 30 }, (_, at) => ({ username: `user-${at}` })));
    expect((await admin.getUsersCount({ networkId })).remaining).toBe(0);
    expect((await admin.getNetwork({ networkId })).freeTrialExpiration).toBe(
      "2025-08-31T08:00:00Z",
    );
    users.add({ username: "one too many" });
    expect((await admin.getNetwork({ networkId })).freeTrialExpiration).toBeUndefined();
  });

  it.each([
    ["", "networkName"],
    ["longer than 20 characters", "networkName"],
  ])("refuses the name '%s'", async (networkName, field) => {
    const { admin } = setUp();
    const error = await refusal(admin.createNetwork({ networkName, accessLevel: "STANDARD" }));
    expect(error).toMatchObject({ name: "ValidationError", reasons: [{ field }] });
  });

  it.each([
    [
      "arn:aws:kms:ap-southeast-2:111122223333:key/0b7e3c9e",
      "The key is not in the region of the network",
    ],
    ["my-key", "Must be the ARN of a KMS key"],
  ])("refuses the encryption key %s", async (encryptionKeyArn, reason) => {
    const { admin, networkId } = setUp();
    const error = await refusal(
      admin.updateNetwork({ networkId, networkName: "Harbor", encryptionKeyArn }),
    );
    expect(error).toMatchObject({ reasons: [{ field: "encryptionKeyArn", reason }] });
  });

  it("keeps the encryption key where none is given", async () => {
    const { admin, networkId } = setUp();
    const encryptionKeyArn = "arn:aws:kms:us-east-1:111122223333:key/a";
    await admin.updateNetwork({ networkId, networkName: "Harbor", encryptionKeyArn });
    await admin.updateNetwork({ networkId, networkName: "Harbor East" });
    expect(await admin.getNetwork({ networkId })).toMatchObject({
      networkName: "Harbor East",
      encryptionKeyArn,
    });
  });

  it("deletes everything with a network", async () => {
    const { admin, networkId, groupId } = setUp({
      networks: [{ users: 3, bots: ["onebot"], guests: ["g@x.example"] }],
    });
    await admin.deleteNetwork({ networkId });
    for (const call of [
      admin.getNetworkSettings({ networkId }),
      admin.listUsers({ networkId }),
      admin.getSecurityGroup({ networkId, groupId }),
      admin.listBots({ networkId }),
      admin.listGuestUsers({ networkId }),
      admin.getDataRetentionBot({ networkId }),
      admin.getOidcInfo({ networkId }),
    ]) {
      expect(await refusal(call)).toMatchObject({
        name: "ResourceNotFoundError",
        message: `Network ${networkId} was not found`,
        $metadata: { httpStatusCode: 404 },
      });
    }
  });

  it("lists the settings that a call touched, with their types", async () => {
    const { admin, networkId } = setUp();
    expect((await admin.updateNetworkSettings({ networkId, settings: {} })).settings).toEqual([]);
    const { settings } = await admin.updateNetworkSettings({
      networkId,
      settings: { enableClientMetrics: true, readReceiptConfig: { status: "FORCE_ENABLED" } },
    });
    expect(settings).toEqual([
      { optionName: "enableClientMetrics", value: "true", type: "boolean" },
      { optionName: "readReceiptConfig", value: "FORCE_ENABLED", type: "string" },
    ]);
    expect((await admin.getNetworkSettings({ networkId })).settings).toHaveLength(4);
  });

  it("needs the bot before data retention can be set", async () => {
    const { admin, networkId } = setUp();
    const call = () =>
      admin.updateNetworkSettings({
        networkId,
        settings: { dataRetention: true, enableClientMetrics: true },
      });
    expect(await refusal(call())).toMatchObject({
      name: "BadRequestError",
      message: "The network has no data retention bot",
    });
    expect((await admin.getNetworkSettings({ networkId })).settings[0]?.value).toBe("false");
    await admin.createDataRetentionBot({ networkId });
    await admin.createDataRetentionBotChallenge({ networkId });
    await call();
    expect(await admin.getDataRetentionBot({ networkId })).toMatchObject({
      isDataRetentionServiceEnabled: true,
    });
  });
});

describe("Idempotency", () => {
  it("answers a retry with the first answer, and acts once", async () => {
    const { admin, networkId, groupId, network } = setUp();
    const input = {
      networkId,
      users: [{ username: "ana", securityGroupIds: [groupId] }],
      clientToken: "invite-1",
    };
    const first = await admin.batchCreateUser(input);
    const second = await admin.batchCreateUser(input);
    expect(second.successful).toEqual(first.successful);
    expect(second.failed).toEqual([]);
    expect(network.users.size).toBe(1);
  });

  it("refuses the token with another body", async () => {
    const { admin, networkId, groupId, network } = setUp();
    const invite = (username: string) =>
      admin.batchCreateUser({
        networkId,
        users: [{ username, securityGroupIds: [groupId] }],
        clientToken: "invite-1",
      });
    await invite("ana");
    expect(await refusal(invite("ben"))).toMatchObject({
      name: "BadRequestError",
      $metadata: { httpStatusCode: 400 },
    });
    expect(network.users.size).toBe(1);
  });

  it("keeps the operations apart", async () => {
    const { admin, networkId, network } = setUp({ networks: [{ users: 1 }] });
    const userIds = [[...network.users][0]?.userId ?? ""];
    await admin.batchToggleUserSuspendStatus({
      networkId,
      userIds,
      suspend: false,
      clientToken: "same",
    });
    expect(
      (await admin.batchReinviteUser({ networkId, userIds, clientToken: "same" })).failed,
    ).toHaveLength(1);
  });

  it("answers the deletion of a network again, but only to its token", async () => {
    const { admin, networkId } = setUp();
    const first = await admin.deleteNetwork({ networkId, clientToken: "delete-1" });
    expect((await admin.deleteNetwork({ networkId, clientToken: "delete-1" })).message).toBe(
      first.message,
    );
    expect((await refusal(admin.deleteNetwork({ networkId, clientToken: "delete-2" }))).name).toBe(
      "ResourceNotFoundError",
    );
  });

  it("does not remember what was refused", async () => {
    const { admin, networkId, network } = setUp();
    const create = (name: string) =>
      admin.createSecurityGroup({
        networkId,
        name,
        securityGroupSettings: {},
        clientToken: "group-1",
      });
    await refusal(create("Default"));
    expect((await create("Field")).securityGroup.name).toBe("Field");
    expect(network.groups).toHaveLength(2);
  });

  it("forgets tokens after a day", async () => {
    const { admin, networkId, clock } = setUp();
    const rename = (networkName: string) =>
      admin.updateNetwork({ networkId, networkName, clientToken: "rename" });
    await rename("First");
    clock.advance({ hours: 23 });
    expect((await refusal(rename("Second"))).name).toBe("BadRequestError");
    clock.advance({ hours: 1 });
    expect((await rename("Second")).message).toBe("Network updated successfully");
  });
});
