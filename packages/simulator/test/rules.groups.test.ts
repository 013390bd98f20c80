import type { SecurityGroupSettings } from "@wickr-admin/client";
import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

const scene = {
  networks: [
    {
      groups: ["Field"],
      users: [
        { username: "ana", group: "Field" },
        { username: "mei", group: "Field", status: 1 as const },
      ],
      bots: [{ username: "onebot", group: "Field" }],
    },
  ],
};

describe("Security groups", () => {
  it.each<[string, SecurityGroupSettings]>([
    ["forceDeviceLockout", { forceDeviceLockout: 12, lockoutThreshold: 10 }],
    ["forceDeviceLockout", { lockoutThreshold: 5 }],
    ["forceDeviceLockout", { forceDeviceLockout: -1 }],
    ["lockoutThreshold", { lockoutThreshold: 0, forceDeviceLockout: -1 }],
    [
      "enableRestrictedGlobalFederation",
      { globalFederation: false, enableRestrictedGlobalFederation: true },
    ],
    ["enableGuestFederation", { globalFederation: false, enableGuestFederation: true }],
    ["calling.canVideoCall", { calling: { canStart11Call: false, canVideoCall: true } }],
    ["forceOpenAccess", { enableOpenAccessOption: false, forceOpenAccess: true }],
    ["locationAllowMaps", { locationEnabled: false, locationAllowMaps: true }],
    ["maxAutoDownloadSize", { maxAutoDownloadSize: 600_000 }],
    ["maxAutoDownloadSize", { enableFileDownload: false, maxAutoDownloadSize: 7_340_032 }],
    ["shredder.intensity", { shredder: { intensity: 50 } }],
    ["federationMode", { federationMode: 3 }],
    ["atakPackageValues", { atakPackageValues: ["com.atakmap.app.civ"] }],
    ["showMasterRecoveryKey", { showMasterRecoveryKey: true }],
    ["ssoMaxIdleMinutes", { ssoMaxIdleMinutes: 10 }],
    ["maxTtl", { maxTtl: -1 }],
    ["maxNonSsoSessionMinutes", { maxNonSsoSessionMinutes: 59 }],
    ["passwordRequirements.symbols", { passwordRequirements: { symbols: -1 } }],
    [
      "permittedWickrAwsNetworks.0.region",
      { permittedWickrAwsNetworks: [{ region: "here", networkId: "51907346" }] },
    ],
  ])("refuses a wrong %s", async (member, securityGroupSettings) => {
    const { admin, networkId, groupId, wickr } = setUp();
    const before = wickr.snapshot();
    const { reasons } = await refusal(
      admin.updateSecurityGroup({ networkId, groupId, securityGroupSettings }),
    );
    expect(reasons?.map(({ field }) => field)).toContain(`securityGroupSettings.${member}`);
    expect(wickr.snapshot()).toEqual(before);
  });

  it("turns off with a switch what makes no sense without it", async () => {
    const { admin, networkId, groupId } = setUp();
    const change = {
      globalFederation: false,
      locationEnabled: false,
      calling: { canStart11Call: false },
    };
    const { securityGroup } = await admin.updateSecurityGroup({
      networkId,
      groupId,
      securityGroupSettings: change,
    });
    expect(securityGroup.securityGroupSettings).toMatchObject({
      enableGuestFederation: false,
      locationAllowMaps: false,
      calling: { canVideoCall: false, forceTcpCall: false },
    });
  });

  it("takes back all settings as it gave them", async () => {
    const { admin, networkId, groupId } = setUp();
    await admin.updateSecurityGroup({
      networkId,
      groupId,
      securityGroupSettings: { enableFileDownload: false, calling: { canStart11Call: false } },
    });
    const { securityGroup } = await admin.getSecurityGroup({ networkId, groupId });
    const again = await admin.updateSecurityGroup({
      networkId,
      groupId,
      securityGroupSettings: securityGroup.securityGroupSettings,
    });
    expect(again.securityGroup).toEqual(securityGroup);
  });

  it("opens the settings for single sign-on once it is configured", async () => {
    const { admin, networkId, groupId } = setUp();
    await admin.registerOidcConfig({
      networkId,
      companyId: "harbor",
      issuer: "https://login.example.com",
      scopes: "openid",
    });
    const securityGroupSettings = { showMasterRecoveryKey: true, ssoMaxIdleMinutes: 10 };
    const { securityGroup } = await admin.updateSecurityGroup({
      networkId,
      groupId,
      securityGroupSettings,
    });
    expect(securityGroup.securityGroupSettings).toMatchObject(securityGroupSettings);
  });

  it("starts new groups from the defaults, the device's lockout below the account's", async () => {
    const { admin, networkId } = setUp();
    const { securityGroup } = await admin.createSecurityGroup({
      networkId,
      name: "Strict",
      securityGroupSettings: { lockoutThreshold: 3 },
    });
    expect(securityGroup).toMatchObject({
      isDefault: false,
      activeMembers: 0,
      securityGroupSettings: { lockoutThreshold: 3, forceDeviceLockout: 2, ssoMaxIdleMinutes: 480 },
    });
  });

  it.each(["", "default", "FIELD"])("refuses the name '%s'", async (name) => {
    const { admin, networkId } = setUp(scene);
    const error = await refusal(
      admin.createSecurityGroup({ networkId, name, securityGroupSettings: {} }),
    );
    expect(error).toMatchObject({ name: "ValidationError", reasons: [{ field: "name" }] });
  });

  it("keeps the default group", async () => {
    const { admin, networkId, groupId } = setUp();
    expect(await refusal(admin.deleteSecurityGroup({ networkId, groupId }))).toMatchObject({
      name: "ForbiddenError",
      message: "The default security group cannot be deleted",
    });
  });

  it("counts its active users and its bots, and gives them to the default group when it goes", async () => {
    const { admin, networkId, network } = setUp(scene);
    const groupId = network.group("Field").id;
    const { securityGroup } = await admin.getSecurityGroup({ networkId, groupId });
    expect(securityGroup).toMatchObject({ activeMembers: 1, botMembers: 1 });
    expect((await admin.listSecurityGroupUsers({ networkId, groupId })).users).toHaveLength(2);
    await admin.deleteSecurityGroup({ networkId, groupId });
    const { securityGroups } = await admin.listSecurityGroups({ networkId });
    expect(securityGroups).toMatchObject([{ isDefault: true, activeMembers: 1, botMembers: 1 }]);
    expect((await refusal(admin.listSecurityGroupUsers({ networkId, groupId }))).name).toBe(
      "ResourceNotFoundError",
    );
  });
});

describe("Bots", () => {
  it.each([
    [{ username: "helper" }, "username"],
    [{ username: "ONEbot" }, "username"],
    [{ groupId: "Zz0zZz0z" }, "groupId"],
    [{ challenge: "" }, "challenge"],
  ])("are not created with %o", async (wrong, field) => {
    const { admin, networkId, groupId } = setUp(scene);
    const error = await refusal(
      admin.createBot({ networkId, groupId, username: "twobot", challenge: "secret", ...wrong }),
    );
    expect(error).toMatchObject({ name: "ValidationError", reasons: [{ field }] });
  });

  it("are pending until they sign in with their password, which is nowhere to be read", async () => {
    const { admin, networkId, groupId, network, wickr } = setUp();
    const { botId } = await admin.createBot({
      networkId,
      groupId,
      username: "twobot",
      challenge: "Example-Pass-4-Bots",
    });
    expect(await admin.getBot({ networkId, botId })).toMatchObject({
      status: 1,
      hasChallenge: true,
    });
    expect(() => network.bot("twobot").signIn("wrong")).toThrow("The password is wrong");
    await admin.updateBot({ networkId, botId, challenge: "Another-Pass-4-Bots" });
    network.bot("twobot").signIn("Another-Pass-4-Bots");
    expect(await admin.getBot({ networkId, botId })).toMatchObject({
      status: 2,
      pubkey: expect.any(String),
    });
    expect(JSON.stringify(wickr.snapshot())).not.toContain("Pass-4-Bots");
  });

  it("cannot sign in while suspended", async () => {
    const { admin, networkId, network } = setUp(scene);
    const { botId } = network.bot("onebot");
    expect((await admin.updateBot({ networkId, botId, suspend: true })).message).toBe(
      "Bot suspended successfully",
    );
    expect(() => network.bot("onebot").signIn()).toThrow("suspended");
    await admin.updateBot({ networkId, botId, displayName: "One" });
    expect((await admin.getBot({ networkId, botId })).suspended).toBe(true);
  });

  it("are listed by filters and in order", async () => {
    const { admin, networkId } = setUp({
      networks: [
        {
          bots: [
            { username: "abot", displayName: "Zed" },
            { username: "bbot", displayName: "Amy", active: false },
          ],
        },
      ],
    });
    const list = async (query: object) =>
      (await admin.listBots({ networkId, ...query })).bots.map(({ username }) => username);
    expect(await list({ sortFields: "displayName" })).toEqual(["abot", "bbot"]);
    expect(await list({ sortFields: "status+username", sortDirection: "ASC" })).toEqual([
      "bbot",
      "abot",
    ]);
    expect(await list({ displayName: "amy" })).toEqual(["bbot"]);
    expect(await list({ status: 2 })).toEqual(["abot"]);
    expect(await admin.getBotsCount({ networkId })).toMatchObject({
      pending: 1,
      active: 1,
      total: 2,
    });
  });
});

describe("Guests", () => {
  it("are counted by month for 90 days back", async () => {
    const { admin, networkId, network } = setUp();
    network.guestWrites("a@x.example", new Date("2025-01-15"));
    network.guestWrites("a@x.example", new Date("2025-03-15"));
    network.guestWrites("b@x.example", new Date("2025-05-15"));
    network.guestWrites("a@x.example", new Date("2025-05-16"));
    network.guestWrites("a@x.example", new Date("2025-05-17"));
    expect((await admin.getGuestUserHistoryCount({ networkId })).history).toEqual([
      { month: "2025_05", count: "2" },
      { month: "2025_03", count: "1" },
    ]);
    const { guestlist } = await admin.listGuestUsers({
      networkId,
      billingPeriod: "2025-05",
      sortFields: "username",
      sortDirection: "ASC",
    });
    expect(guestlist.map(({ username }) => username)).toEqual(["a@x.example", "b@x.example"]);
    expect(
      (await admin.listGuestUsers({ networkId, username: "A@x.example" })).guestlist,
    ).toHaveLength(3);
  });

  it("can be blocked once the network has seen them", async () => {
    const { admin, networkId, network } = setUp();
    expect(
      await refusal(admin.updateGuestUser({ networkId, usernameHash: "unknown", block: true })),
    ).toMatchObject({ name: "ResourceNotFoundError", message: "The guest user was not found" });
    const usernameHash = network.guestWrites("a@x.example");
    await admin.updateGuestUser({ networkId, usernameHash, block: true });
    expect(
      (await admin.listBlockedGuestUsers({ networkId, admin: "admin@example.com" })).blocklist,
    ).toHaveLength(1);
    expect((await admin.listBlockedGuestUsers({ networkId, admin: "other" })).blocklist).toEqual(
      [],
    );
    await admin.updateGuestUser({ networkId, usernameHash, block: false });
    network.guestWrites("a@x.example");
    expect((await admin.listBlockedGuestUsers({ networkId })).blocklist).toEqual([]);
  });
});

describe("The data retention bot", () => {
  it("goes step by step", async () => {
    const { admin, networkId, network } = setUp({ dataRetentionBotRegisters: false });
    const update = (actionType: "ENABLE" | "DISABLE" | "PUBKEY_MSG_ACK") =>
      admin.updateDataRetention({ networkId, actionType });
    for (const call of [
      update("ENABLE"),
      admin.createDataRetentionBotChallenge({ networkId }),
      admin.deleteDataRetentionBot({ networkId }),
    ]) {
      expect(await refusal(call)).toMatchObject({
        name: "ResourceNotFoundError",
        message: "The network has no data retention bot",
      });
    }
    await admin.createDataRetentionBot({ networkId });
    expect((await refusal(admin.createDataRetentionBot({ networkId }))).message).toBe(
      "The network already has a data retention bot",
    );
    expect(() => network.dataRetentionBotRegisters()).toThrow("no password yet");
    const { challenge } = await admin.createDataRetentionBotChallenge({ networkId });
    expect((await refusal(update("ENABLE"))).message).toBe("The data retention bot is not active");
    expect((await refusal(update("PUBKEY_MSG_ACK"))).name).toBe("BadRequestError");
    const { challenge: newer } = await admin.createDataRetentionBotChallenge({ networkId });
    expect(() => network.dataRetentionBotRegisters(challenge)).toThrow("The password is wrong");
    network.dataRetentionBotRegisters(newer);
    await update("ENABLE");
    await update("PUBKEY_MSG_ACK");
    expect((await refusal(admin.deleteDataRetentionBot({ networkId }))).message).toBe(
      "Data retention has to be disabled first",
    );
    await update("DISABLE");
    await admin.deleteDataRetentionBot({ networkId });
    expect(network.dataRetentionBot).toBeUndefined();
  });
});

describe("Single sign-on", () => {
  const issuer = "https://login.example.com";

  it("is not there before it is registered", async () => {
    const { admin, networkId } = setUp();
    expect((await refusal(admin.getOidcInfo({ networkId }))).message).toBe(
      "The network has no OIDC configuration",
    );
  });

  it.each(["http://login.example.com", "login", "https://"])(
    "refuses the issuer %s",
    async (wrong) => {
      const { admin, networkId } = setUp();
      const expected = {
        name: "ValidationError",
        reasons: [{ field: "issuer", reason: "Must be an https URL" }],
      };
      expect(
        await refusal(admin.registerOidcConfigTest({ networkId, issuer: wrong, scopes: "openid" })),
      ).toMatchObject(expected);
      expect(
        await refusal(
          admin.registerOidcConfig({ networkId, issuer: wrong, scopes: "openid", companyId: "a" }),
        ),
      ).toMatchObject(expected);
    },
  );

  it("cannot be tested with a provider that does not answer", async () => {
    const { admin, networkId } = setUp();
    for (const gone of ["https://nowhere.example.com", "https://provider.invalid"]) {
      expect(
        (await refusal(admin.registerOidcConfigTest({ networkId, issuer: gone, scopes: "openid" })))
          .message,
      ).toBe("The identity provider could not be reached");
    }
  });

  it("belongs to one network by its company ID", async () => {
    const { admin, networkId } = setUp({ networks: 2 });
    const { networks } = await admin.listNetworks({});
    const other = networks.find((network) => network.networkId !== networkId)?.networkId ?? "";
    await admin.registerOidcConfig({ networkId, issuer, scopes: "openid", companyId: "harbor" });
    await admin.registerOidcConfig({
      networkId,
      issuer,
      scopes: "openid email",
      companyId: "harbor",
    });
    const error = await refusal(
      admin.registerOidcConfig({ networkId: other, issuer, scopes: "openid", companyId: "harbor" }),
    );
    expect(error.reasons).toEqual([
      { field: "companyId", reason: "Another network has this company ID" },
    ]);
  });

  it("never gives a secret away, but checks it", async () => {
    const { admin, networkId, wickr } = setUp();
    const registered = await admin.registerOidcConfig({
      networkId,
      issuer,
      scopes: "openid",
      companyId: "harbor",
      secret: "example-idp-secret",
      userId: "client",
    });
    const input = {
      networkId,
      code: "code",
      clientId: "client",
      clientSecret: "example-idp-secret",
    };
    const info = await admin.getOidcInfo(input);
    expect(info.tokenInfo?.accessToken).toBeDefined();
    expect((await refusal(admin.getOidcInfo({ ...input, clientSecret: "wrong" }))).name).toBe(
      "BadRequestError",
    );
    expect((await refusal(admin.getOidcInfo({ ...input, clientId: "wrong" }))).name).toBe(
      "BadRequestError",
    );
    expect((await admin.getOidcInfo({ networkId })).tokenInfo).toBeUndefined();
    expect(JSON.stringify([registered, info, wickr.snapshot()])).not.toContain(
      "example-idp-secret",
    );
  });
});

describe("OpenTDF", () => {
  const config = {
    clientId: "a",
    clientSecret: "b",
    domain: "tdf.example.com",
    provider: "Virtru",
  };

  it.each([
    [{ provider: "Keyhouse" }, "provider", "The provider is not supported"],
    [{ domain: " " }, "domain", "Must not be empty"],
  ])("is not registered with %o", async (wrong, field, reason) => {
    const { admin, networkId, network } = setUp();
    const error = await refusal(admin.registerOpentdfConfig({ networkId, ...config, ...wrong }));
    expect(error).toMatchObject({ name: "ValidationError", reasons: [{ field, reason }] });
    expect(network.opentdf).toBeUndefined();
  });
});
