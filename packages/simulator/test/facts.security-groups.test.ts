import type { SecurityGroupSettings } from "@wickr-admin/client";
import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

type Behavior = "observed" | "documented";

/** A network of each plan, and its default group. */
const world = (behavior: Behavior, accessLevel: "STANDARD" | "PREMIUM" = "PREMIUM") => {
  const setup = setUp({ behavior, networks: [{ accessLevel }] });
  const { admin, networkId, groupId, wickr } = setup;
  return {
    ...setup,
    update: async (securityGroupSettings: SecurityGroupSettings) =>
      (await admin.updateSecurityGroup({ networkId, groupId, securityGroupSettings })).securityGroup
        .securityGroupSettings,
    read: async () =>
      (await admin.getSecurityGroup({ networkId, groupId })).securityGroup.securityGroupSettings,
    /** As it stands on the wire, where there is more than the client knows. */
    sendRaw: async (settings: object) => {
      const response = await wickr.fetch(
        `https://wickr.test/networks/${networkId}/security-groups/${groupId}`,
        {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ securityGroupSettings: settings }),
        },
      );
      return { response, json: (await response.json()) as Answer };
    },
    readRaw: async () => {
      const url = `https://wickr.test/networks/${networkId}/security-groups/${groupId}`;
      const json = (await (await wickr.fetch(url)).json()) as Answer;
      return json.securityGroup?.securityGroupSettings ?? {};
    },
  };
};

interface Answer {
  readonly message?: string;
  readonly securityGroup?: { readonly securityGroupSettings: Record<string, object> };
}

const refused402 = (message: string) => ({ message, $metadata: { httpStatusCode: 402 } });

describe("L6: UpdateSecurityGroup takes what changes", () => {
  it.each(["PREMIUM", "STANDARD"] as const)(
    "observed: all settings as they were read are refused in a %s network",
    async (accessLevel) => {
      const { update, read, readRaw, sendRaw } = world("observed", accessLevel);
      expect(await refusal(update(await read()))).toMatchObject(refused402("ParameterUnchanged"));
      const { response, json } = await sendRaw(await readRaw());
      expect([response.status, json]).toEqual([402, { message: "ParameterUnchanged" }]);
      expect(response.headers.has("x-amzn-errortype")).toBe(false);
    },
  );

  it("observed: one setting is enough, and the others stay", async () => {
    const { update, read } = world("observed");
    const before = await read();
    expect(await update({ isLinkPreviewEnabled: true })).toEqual({
      ...before,
      isLinkPreviewEnabled: true,
    });
  });

  it.each([{ presenceEnabled: null }, { shredder: { intensity: null } }, { quickResponses: null }])(
    "observed: null is refused in %j",
    async (settings) => {
      const { response, json } = await world("observed").sendRaw(settings);
      expect([response.status, json]).toEqual([402, { message: "invalid options or data" }]);
    },
  );

  it("observed: zero is no value for some", async () => {
    const error = await refusal(world("observed").update({ maxBor: 0 }));
    expect(error).toMatchObject({ name: "BadRequestError", $metadata: { httpStatusCode: 400 } });
  });

  it("observed: zero stands on the wire as an empty message", async () => {
    const { json } = await world("observed").sendRaw({ maxTtl: 0 });
    expect(json).toEqual({ message: "" });
  });

  it("documented: whole settings, null and zero are taken", async () => {
    const { update, read, sendRaw } = world("documented");
    const before = await read();
    expect(await update(before)).toEqual(before);
    expect((await sendRaw({ presenceEnabled: null })).response.status).toBe(200);
    expect((await update({ maxBor: 0 }))?.maxBor).toBe(0);
  });
});

const PREMIUM: SecurityGroupSettings[] = [
  { alwaysReauthenticate: true },
  { checkForUpdates: true },
  { enableAtak: true },
  { atakPackageValues: [] },
  { enableFileDownload: true },
  { enableGuestFederation: false },
  { enableNotificationPreview: true },
  { enableOpenAccessOption: true },
  { filesEnabled: true },
  { forceDeviceLockout: 3 },
  { forceOpenAccess: true },
  { forceReadReceipts: true },
  { isAtoEnabled: true },
  { maxAutoDownloadSize: 512_000 },
  { maxBor: 60 },
  { maxTtl: 60 },
  { showMasterRecoveryKey: false },
  { ssoMaxIdleMinutes: 480 },
  { calling: { canStart11Call: true } },
  { calling: { canVideoCall: false } },
  { calling: { forceTcpCall: true } },
];

const FREE: SecurityGroupSettings[] = [
  { enableCrashReports: false },
  { globalFederation: true, enableRestrictedGlobalFederation: true },
  { globalFederation: true },
  { federationMode: 2 },
  { isLinkPreviewEnabled: true },
  { locationAllowMaps: true },
  { locationEnabled: true },
  { lockoutThreshold: 10 },
  { messageForwardingEnabled: true },
  { presenceEnabled: true },
  { quickResponses: ["Yes"] },
  { permittedNetworks: ["51907346"] },
  { permittedWickrAwsNetworks: [{ region: "us-east-1", networkId: "51907346" }] },
  { permittedWickrEnterpriseNetworks: [{ domain: "example.com", networkId: "51907346" }] },
];

describe("L7: settings of the PREMIUM plan", () => {
  it.each(PREMIUM)("observed: %j is refused in a STANDARD network alone", async (settings) => {
    const { update, wickr } = world("observed", "STANDARD");
    const before = wickr.snapshot();
    expect(await refusal(update(settings))).toMatchObject(
      refused402("this feature requires a different level plan"),
    );
    expect(wickr.snapshot()).toEqual(before);
    expect(await world("observed").update(settings)).toMatchObject({});
  });

  it.each(FREE)("observed: %j is taken in a STANDARD network", async (settings) => {
    expect(await world("observed", "STANDARD").update(settings)).toMatchObject(settings);
  });

  it("observed: new groups of a STANDARD network do without them, too", async () => {
    const { admin, networkId } = world("observed", "STANDARD");
    const error = await refusal(
      admin.createSecurityGroup({
        networkId,
        name: "Field",
        securityGroupSettings: { enableGuestFederation: true },
      }),
    );
    expect(error).toMatchObject(refused402("this feature requires a different level plan"));
  });

  it("observed: what a test describes is there all the same", () => {
    const { network } = setUp({
      behavior: "observed",
      networks: [
        { accessLevel: "STANDARD", groups: [{ name: "Field", settings: { maxTtl: 60 } }] },
      ],
    });
    expect(network.group("Field").settings.maxTtl).toBe(60);
  });

  it("documented: every plan has them", async () => {
    expect(await world("documented", "STANDARD").update({ maxTtl: 60 })).toMatchObject({
      maxTtl: 60,
    });
  });
});

describe("L8: lockoutThreshold in a STANDARD network", () => {
  it("observed: 10 is the default and the least", async () => {
    const { read, update } = world("observed", "STANDARD");
    expect(await read()).toMatchObject({ lockoutThreshold: 10 });
    expect(await refusal(update({ lockoutThreshold: 9 }))).toMatchObject({
      name: "ValidationError",
      message: "invalid lockoutThreshold setting for network",
      $metadata: { httpStatusCode: 422 },
    });
    expect(await world("observed").update({ lockoutThreshold: 5 })).toMatchObject({
      lockoutThreshold: 5,
    });
  });

  it("documented: it may be lower", async () => {
    const { update } = world("documented", "STANDARD");
    expect(await update({ lockoutThreshold: 9 })).toMatchObject({ lockoutThreshold: 9 });
  });
});

describe("L9: federationMode 0", () => {
  it.each([
    ["observed", 1],
    ["documented", 0],
  ] as const)("%s: becomes %i", async (behavior, kept) => {
    const { admin, networkId, update, read } = world(behavior);
    expect(await update({ federationMode: 0 })).toMatchObject({ federationMode: kept });
    expect(await read()).toMatchObject({ federationMode: kept });
    const { securityGroup } = await admin.createSecurityGroup({
      networkId,
      name: "Field",
      securityGroupSettings: { federationMode: 0 },
    });
    expect(securityGroup.securityGroupSettings).toMatchObject({ federationMode: kept });
  });
});

describe("L10: restricted global federation without global federation", () => {
  const settings = { globalFederation: false, enableRestrictedGlobalFederation: true };

  it("observed: BadRequestError", async () => {
    const expected = {
      name: "BadRequestError",
      message: "RestrictedGlobalFederation is not supported when globalFederation is disabled",
      $metadata: { httpStatusCode: 400 },
    };
    const { admin, networkId, update } = world("observed");
    expect(await refusal(update(settings))).toMatchObject(expected);
    expect(await refusal(update({ enableRestrictedGlobalFederation: true }))).toMatchObject(
      expected,
    );
    const securityGroupSettings = { enableRestrictedGlobalFederation: true };
    const creation = admin.createSecurityGroup({ networkId, name: "Field", securityGroupSettings });
    expect(await refusal(creation)).toMatchObject(expected);
    await update({ globalFederation: true });
    expect(await update({ enableRestrictedGlobalFederation: true })).toMatchObject({
      enableRestrictedGlobalFederation: true,
    });
  });

  it("documented: ValidationError", async () => {
    expect(await refusal(world("documented").update(settings))).toMatchObject({
      name: "ValidationError",
      reasons: [{ field: "securityGroupSettings.enableRestrictedGlobalFederation" }],
    });
  });
});

describe("L11: members that are not published", () => {
  it("observed: are there to be read, and are kept when written", async () => {
    const { readRaw, sendRaw } = world("observed");
    const settings = await readRaw();
    expect(settings["shredder"]).toHaveProperty("canProcessInBackground");
    expect(settings["passwordRequirements"]).toHaveProperty("regex");
    expect(Object.keys(settings["calling"] ?? {})).toEqual(
      expect.arrayContaining([
        "canAddtoCall",
        "canStartGroupCall",
        "canStartRoomCall",
        "canStartScreenShare",
      ]),
    );
    const { json } = await sendRaw({
      shredder: { ...settings["shredder"], intensity: 60, canProcessInBackground: true },
      passwordRequirements: { ...settings["passwordRequirements"], regex: "^\\S+$" },
      calling: { canAddtoCall: false },
    });
    expect(json.securityGroup?.securityGroupSettings).toMatchObject({
      shredder: { intensity: 60, canProcessInBackground: true },
      passwordRequirements: { regex: "^\\S+$" },
      calling: { canAddtoCall: false, canStartGroupCall: true },
    });
  });

  it.each<SecurityGroupSettings>([
    { shredder: { intensity: 60 } },
    { passwordRequirements: { minLength: 14 } },
  ])("observed: %j cannot do without them", async (settings) => {
    expect(await refusal(world("observed").update(settings))).toMatchObject(
      refused402("invalid options or data"),
    );
  });

  it("documented: there are none", async () => {
    const { readRaw, update } = world("documented");
    expect((await readRaw())["shredder"]).toEqual({ canProcessManually: false, intensity: 20 });
    expect(await update({ shredder: { intensity: 60 } })).toMatchObject({
      shredder: { intensity: 60 },
    });
  });
});

describe.each<Behavior>(["observed", "documented"])("%s", (behavior) => {
  it("L12: a group is created with {} and not without settings", async () => {
    const { wickr, admin, networkId, read } = world(behavior);
    const { securityGroup } = await admin.createSecurityGroup({
      networkId,
      name: "Field",
      securityGroupSettings: {},
    });
    expect(securityGroup.securityGroupSettings).toEqual(await read());
    const create = async (body: object) =>
      wickr.fetch(`https://wickr.test/networks/${networkId}/security-groups`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await create({ name: "Press" })).status).toBe(422);
    const more = await create({ name: "Press", securityGroupSettings: { presenceEnabled: false } });
    const { securityGroup: press } = (await more.json()) as Answer;
    expect(press?.securityGroupSettings).toMatchObject({ presenceEnabled: true });
  });

  it("L13: the default group cannot be deleted", async () => {
    const { admin, networkId, groupId } = world(behavior);
    expect((await refusal(admin.deleteSecurityGroup({ networkId, groupId }))).name).toBe(
      "ForbiddenError",
    );
  });
});
