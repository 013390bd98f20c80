import { operations } from "@wickr-admin/mock/operations";
import { paginateListUsers } from "@wickr-admin/paginators";
import { waitUntilUserActive } from "@wickr-admin/waiters";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Wickr } from "@wickr-admin/client";
import { createClock, createSimulator } from "../src/index.js";
import { CREDENTIALS, refusal } from "./testing.js";

const clock = createClock("2025-06-02T08:00:00Z");
const wickr = createSimulator({
  behavior: "documented",
  clock,
  seed: "week",
  administrator: "ana.reyes@example.com",
});
const asked = new Set<string>();
const server = setupServer(...wickr.handlers);
server.events.on("request:start", ({ request }) => {
  asked.add(wickr.operationOf(request) ?? "?");
});

const admin = new Wickr({ region: "us-east-1", credentials: CREDENTIALS, maxAttempts: 1 });
let networkId = "";
let fieldTeams = "";
let defaultGroup = "";
const ids: Record<string, string> = {};

beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterAll(() => server.close());

describe("An administrator's week", () => {
  it("Monday, 8:00: sets up a network on a free trial", async () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/1f0c7a52-6f3e-4b4d-9a37-2c5d8e90b1a4";
    const created = await admin.createNetwork({
      networkName: "Harbor",
      accessLevel: "PREMIUM",
      enablePremiumFreeTrial: true,
    });
    networkId = created.networkId ?? "";
    await admin.updateNetwork({ networkId, networkName: "Harbor Relief", encryptionKeyArn: key });
    const network = await admin.getNetwork({ networkId });
    expect(network).toMatchObject({
      networkName: "Harbor Relief",
      accessLevel: "PREMIUM",
      awsAccountId: "111122223333",
      networkArn: `arn:aws:wickr:us-east-1:111122223333:network/${networkId}`,
      standing: 0,
      migrationState: 0,
      freeTrialExpiration: "2025-08-31T08:00:00Z",
      encryptionKeyArn: key,
    });
    const { networks } = await admin.listNetworks({
      sortFields: "networkName",
      sortDirection: "ASC",
    });
    expect(networks.map(({ networkName }) => networkName)).toEqual(["Harbor Relief"]);
  });

  it("Monday, 9:00: sees the settings and turns read receipts on", async () => {
    const { settings } = await admin.getNetworkSettings({ networkId });
    expect(settings).toContainEqual({
      optionName: "dataRetention",
      value: "false",
      type: "boolean",
    });
    const updated = await admin.updateNetworkSettings({
      networkId,
      settings: { readReceiptConfig: { status: "ENABLED" } },
    });
    expect(updated.settings).toEqual([
      { optionName: "readReceiptConfig", value: "ENABLED", type: "string" },
    ]);
  });

  it("Monday, 10:00: makes a group for the teams in the field", async () => {
    const { securityGroup } = await admin.createSecurityGroup({
      networkId,
      name: "Field",
      securityGroupSettings: {
        lockoutThreshold: 8,
        federationMode: 2,
        permittedNetworks: ["51907346"],
      },
    });
    fieldTeams = securityGroup.id;
    const renamed = await admin.updateSecurityGroup({
      networkId,
      groupId: fieldTeams,
      name: "Field Teams",
      securityGroupSettings: { shredder: { intensity: 60 }, quickResponses: ["On my way"] },
    });
    expect(renamed.securityGroup).toMatchObject({
      name: "Field Teams",
      isDefault: false,
      securityGroupSettings: {
        lockoutThreshold: 8,
        shredder: { canProcessManually: false, intensity: 60 },
      },
    });
    const { securityGroups = [] } = await admin.listSecurityGroups({
      networkId,
      sortFields: "name",
      sortDirection: "ASC",
    });
    expect(securityGroups.map(({ name }) => name)).toEqual(["Default", "Field Teams"]);
    defaultGroup = securityGroups[0]?.id ?? "";
  });

  it("Monday, 11:00: invites the people", async () => {
    const output = await admin.batchCreateUser({
      networkId,
      users: [
        {
          username: "ana.reyes@example.com",
          firstName: "Ana",
          lastName: "Reyes",
          securityGroupIds: [defaultGroup],
        },
        {
          username: "noor.haddad@example.com",
          firstName: "Noor",
          lastName: "Haddad",
          securityGroupIds: [fieldTeams],
          inviteCodeTtl: 3,
        },
        {
          username: "tomas.lind@example.com",
          firstName: "Tomas",
          lastName: "Lind",
          securityGroupIds: [fieldTeams],
        },
        {
          username: "mei.tanaka@example.com",
          firstName: "Mei",
          lastName: "Tanaka",
          securityGroupIds: [fieldTeams, defaultGroup],
        },
        { username: "noor.haddad@example.com", securityGroupIds: [fieldTeams] },
      ],
    });
    expect(output.message).toBe("Some users were not created");
    expect(output.failed).toMatchObject([{ field: "securityGroupIds" }, { field: "username" }]);
    for (const { firstName = "", userId = "" } of output.successful ?? []) ids[firstName] = userId;
    wickr.network().users.get("ana.reyes@example.com").acceptInvitation().change({ isAdmin: true });
    wickr.network().users.get("tomas.lind@example.com").acceptInvitation();
    expect(await admin.getUsersCount({ networkId })).toMatchObject({
      pending: 1,
      active: 2,
      rejected: 0,
      remaining: 27,
      total: 3,
    });
  });

  it("Tuesday: sees two members and one invitation on the list of the group", async () => {
    clock.advance({ days: 1 });
    const { users } = await admin.listSecurityGroupUsers({
      networkId,
      groupId: fieldTeams,
      sortFields: "username",
      sortDirection: "ASC",
    });
    expect(users.map(({ username, status }) => [username, status])).toEqual([
      ["noor.haddad@example.com", 1],
      ["tomas.lind@example.com", 2],
    ]);
    const { securityGroup } = await admin.getSecurityGroup({ networkId, groupId: fieldTeams });
    expect(securityGroup).toMatchObject({ activeMembers: 1, botMembers: 0 });
  });

  it("Wednesday: gives a bot its account, and it signs in", async () => {
    clock.advance({ days: 1 });
    const { botId } = await admin.createBot({
      networkId,
      username: "weatheralertbot",
      displayName: "Weather",
      groupId: fieldTeams,
      challenge: "Example-Pass-4-Bots",
    });
    wickr.network().bot(botId).signIn("Example-Pass-4-Bots");
    await admin.updateBot({ networkId, botId, displayName: "Weather Alerts" });
    const bot = await admin.getBot({ networkId, botId });
    expect(bot).toMatchObject({
      displayName: "Weather Alerts",
      status: 2,
      hasChallenge: true,
      lastLogin: "2025-06-04T08:00:00Z",
    });
    expect(JSON.stringify(bot)).not.toContain("Example-Pass");
    expect((await admin.listBots({ networkId, status: 2 })).bots).toHaveLength(1);
    expect(await admin.getBotsCount({ networkId })).toMatchObject({
      pending: 0,
      active: 1,
      total: 1,
    });
    await admin.deleteBot({ networkId, botId });
    expect((await refusal(admin.getBot({ networkId, botId }))).name).toBe("ResourceNotFoundError");
  });

  it("Thursday, 9:00: an invitation has run out and is sent again", async () => {
    clock.advance({ days: 1 });
    const userId = ids["Noor"] ?? "";
    const { users = [] } = await admin.listUsers({ networkId, status: 1 });
    expect(users).toMatchObject([{ userId, isInviteExpired: true }]);
    const noor = wickr.network().users.get(userId);
    expect(() => noor.acceptInvitation()).toThrow("expired");
    const { successful, failed } = await admin.batchReinviteUser({
      networkId,
      userIds: [userId, ids["Tomas"] ?? ""],
    });
    expect(successful).toEqual([{ userId }]);
    expect(failed).toMatchObject([{ field: "status", userId: ids["Tomas"] }]);
    const waiting = waitUntilUserActive(
      { client: admin, maxWaitTime: 10, minDelay: 1, maxDelay: 1 },
      { networkId, userId },
    );
    noor.acceptInvitation();
    expect((await waiting).state).toBe("SUCCESS");
  });

  it("Thursday, 11:00: a new colleague changes her name and her team", async () => {
    const userId = ids["Noor"] ?? "";
    const updated = await admin.updateUser({
      networkId,
      userId,
      userDetails: { lastName: "Haddad-Berg", securityGroupIds: [defaultGroup] },
    });
    expect(updated).toMatchObject({
      lastName: "Haddad-Berg",
      securityGroupIds: [defaultGroup],
      status: 2,
    });
    expect(await admin.getUser({ networkId, userId })).toMatchObject({
      lastName: "Haddad-Berg",
      lastLogin: 1749110400,
    });
    const { uname } = wickr.network().users.get(userId);
    const found = await admin.batchLookupUserUname({ networkId, unames: [uname, "nobody"] });
    expect(found.successful).toEqual([{ uname, username: "noor.haddad@example.com" }]);
    expect(found.failed).toMatchObject([{ uname: "nobody" }]);
  });

  it("Thursday, 15:00: a phone is lost", async () => {
    const userId = ids["Tomas"] ?? "";
    const tomas = wickr.network().users.get(userId);
    const phone = tomas.signIn({ type: "iOS" });
    tomas.signIn({ type: "MacOSX" });
    const suspended = await admin.batchToggleUserSuspendStatus({
      networkId,
      userIds: [userId],
      suspend: true,
    });
    expect(suspended.successful).toEqual([{ userId }]);
    expect(() => tomas.useApp()).toThrow("suspended");
    const reset = await admin.batchResetDevicesForUser({
      networkId,
      userId,
      appIds: [phone, "0000000000000000"],
    });
    expect(reset).toMatchObject({
      successful: [{ appId: phone }],
      failed: [{ appId: "0000000000000000" }],
    });
    const { devices } = await admin.listDevicesForUser({
      networkId,
      userId,
      sortFields: "type",
      sortDirection: "DESC",
    });
    expect(devices).toMatchObject([
      { type: "iOS", statusText: "Reset", suspend: true },
      { type: "MacOSX", statusText: "Active", suspend: true },
    ]);
    await admin.batchToggleUserSuspendStatus({ networkId, userIds: [userId], suspend: false });
    expect(tomas.useApp().suspended).toBe(false);
  });

  it("Friday, 9:00: a guest who sends spam is kept out", async () => {
    clock.advance({ days: 1 });
    const usernameHash = wickr.network().guestWrites("spammer@partner.example");
    wickr.network().guestWrites("liaison@partner.example");
    const { guestlist } = await admin.listGuestUsers({
      networkId,
      sortFields: "username",
      sortDirection: "DESC",
    });
    expect(guestlist.map(({ username }) => username)).toEqual([
      "spammer@partner.example",
      "liaison@partner.example",
    ]);
    await admin.updateGuestUser({ networkId, usernameHash, block: true });
    const { blocklist } = await admin.listBlockedGuestUsers({ networkId });
    expect(blocklist).toEqual([
      {
        username: "spammer@partner.example",
        admin: "ana.reyes@example.com",
        modified: "2025-06-06T08:00:00Z",
        usernameHash,
      },
    ]);
    expect(() => wickr.network().guestWrites("spammer@partner.example")).toThrow("blocked");
    const { history } = await admin.getGuestUserHistoryCount({ networkId });
    expect(history).toEqual([{ month: "2025_06", count: "2" }]);
  });

  it("Friday, 10:00: messages have to be archived", async () => {
    await admin.createDataRetentionBot({ networkId });
    expect(
      (await refusal(admin.updateDataRetention({ networkId, actionType: "ENABLE" }))).message,
    ).toBe("The data retention bot is not active");
    const { challenge } = await admin.createDataRetentionBotChallenge({ networkId });
    expect(challenge).toMatch(/^\w{24}$/);
    await admin.updateDataRetention({ networkId, actionType: "ENABLE" });
    await admin.updateDataRetention({ networkId, actionType: "PUBKEY_MSG_ACK" });
    expect(await admin.getDataRetentionBot({ networkId })).toMatchObject({
      botName: `compliance_${networkId}_bot`,
      botExists: true,
      isBotActive: true,
      isDataRetentionBotRegistered: true,
      isDataRetentionServiceEnabled: true,
      isPubkeyMsgAcked: true,
    });
    await admin.updateDataRetention({ networkId, actionType: "DISABLE" });
    await admin.deleteDataRetentionBot({ networkId });
    expect(await admin.getDataRetentionBot({ networkId })).toMatchObject({ botExists: false });
  });

  it("Friday, 14:00: people shall sign in with the identity provider", async () => {
    const issuer = "https://login.example.com";
    const tested = await admin.registerOidcConfigTest({
      networkId,
      issuer,
      scopes: "openid profile email",
    });
    expect(tested).toMatchObject({ issuer, scopesSupported: ["openid", "profile", "email"] });
    const secret = "example-idp-secret";
    const registered = await admin.registerOidcConfig({
      networkId,
      companyId: "harbor-relief",
      issuer,
      scopes: "openid",
      secret,
    });
    expect(registered).toMatchObject({ companyId: "harbor-relief", issuer, applicationId: 1 });
    const info = await admin.getOidcInfo({
      networkId,
      code: "example-code",
      codeVerifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
    });
    expect(info.tokenInfo).toMatchObject({
      tokenType: "Bearer",
      codeChallenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",
    });
    expect(JSON.stringify([registered, info, wickr.snapshot()])).not.toContain(secret);
    wickr.network().migrateSso(2);
    expect((await admin.getNetwork({ networkId })).migrationState).toBe(2);
  });

  it("Friday, 15:00: attributes shall decide who reads what", async () => {
    const provider = {
      clientId: "harbor-relief-wickr",
      clientSecret: "example-tdf-secret",
      domain: "tdf.example.com",
      provider: "Virtru",
    };
    expect(
      await admin.registerOpentdfConfig({ networkId, ...provider, dryRun: true }),
    ).toMatchObject(provider);
    expect((await refusal(admin.getOpentdfConfig({ networkId }))).message).toBe(
      "The network has no OpenTDF configuration",
    );
    await admin.registerOpentdfConfig({ networkId, ...provider });
    expect(await admin.getOpentdfConfig({ networkId })).toMatchObject(provider);
    expect(wickr.network().opentdf).toEqual(provider);
    const consentPopup = { enabled: true, header: "Before you sign in" };
    const { settings } = await admin.updateNetworkSettings({
      networkId,
      settings: { enableTrustedDataFormat: true, consentPopup },
    });
    expect(settings).toEqual([
      { optionName: "enableTrustedDataFormat", value: "true", type: "boolean" },
      { optionName: "consentPopup", value: JSON.stringify(consentPopup), type: "string" },
    ]);
    const all = await admin.getNetworkSettings({ networkId });
    expect(all.settings).toEqual(expect.arrayContaining(settings));
  });

  it("Friday, 16:00: looks over the list once more and cleans up", async () => {
    const names: (string | undefined)[] = [];
    for await (const page of paginateListUsers(
      { client: admin, pageSize: 2 },
      { networkId, sortFields: "lastName+firstName", sortDirection: "ASC" },
    ))
      names.push(...(page.users ?? []).map(({ lastName }) => lastName));

    expect(names).toEqual(["Haddad-Berg", "Lind", "Reyes"]);
    expect(await admin.deleteSecurityGroup({ networkId, groupId: fieldTeams })).toMatchObject({
      networkId,
      groupId: fieldTeams,
    });
    expect(wickr.network().users.get("tomas.lind@example.com").groupId).toBe(defaultGroup);
    const own = await refusal(admin.batchDeleteUser({ networkId, userIds: [ids["Ana"] ?? ""] }));
    expect(own).toMatchObject({
      name: "ForbiddenError",
      message: "You cannot delete your own account",
    });
    const deleted = await admin.batchDeleteUser({
      networkId,
      userIds: [ids["Noor"] ?? "", ids["Tomas"] ?? "", "99999"],
    });
    expect(deleted).toMatchObject({
      message: "Some users were not deleted",
      failed: [{ userId: "99999" }],
    });
    expect(wickr.network().users.size).toBe(1);
  });

  it("Friday, 17:00: the network is no longer needed", async () => {
    await admin.deleteNetwork({ networkId });
    expect((await refusal(admin.getNetwork({ networkId }))).name).toBe("ResourceNotFoundError");
    expect(wickr.networks).toEqual([]);
  });

  it("… and has asked for every operation", () => {
    expect([...asked].toSorted()).toEqual(Object.keys(operations).toSorted());
  });
});
