import { describe, expect, it } from "vitest";
import { setUp } from "./rules.js";
import { refusal } from "./testing.js";

const issuer = "https://login.example.com";

describe("L17: suspended lags behind", () => {
  const scene = { networks: [{ bots: ["onebot"] }] };

  it("observed: GetBot gives the old value for a while", async () => {
    const { admin, networkId, network, clock } = setUp({ behavior: "observed", ...scene });
    const { botId } = network.bot("onebot");
    const shown = async () => (await admin.getBot({ networkId, botId })).suspended;
    await admin.updateBot({ networkId, botId, suspend: true });
    expect(await shown()).toBe(false);
    expect(() => network.bot("onebot").signIn()).toThrow("suspended");
    clock.advance({ seconds: 4 });
    expect(await shown()).toBe(false);
    await admin.updateBot({ networkId, botId, displayName: "One" });
    clock.advance({ seconds: 1 });
    expect(await shown()).toBe(true);
    await admin.updateBot({ networkId, botId, suspend: false });
    expect(await shown()).toBe(true);
  });

  it("observed: for as long as it is told", async () => {
    const options = { behavior: "observed", suspensionLag: {}, ...scene } as const;
    const { admin, networkId, network } = setUp(options);
    const { botId } = network.bot("onebot");
    await admin.updateBot({ networkId, botId, suspend: true });
    expect((await admin.getBot({ networkId, botId })).suspended).toBe(true);
  });

  it("documented: GetBot gives the new value", async () => {
    const { admin, networkId, network } = setUp({ behavior: "documented", ...scene });
    const { botId } = network.bot("onebot");
    await admin.updateBot({ networkId, botId, suspend: true });
    expect((await admin.getBot({ networkId, botId })).suspended).toBe(true);
  });
});

describe("L18: data retention waits for the bot", () => {
  const ACTIONS = ["ENABLE", "DISABLE", "PUBKEY_MSG_ACK"] as const;

  it("observed: every update is refused until it has signed in with the challenge", async () => {
    const options = { behavior: "observed", dataRetentionBotRegisters: false } as const;
    const { admin, networkId, network } = setUp(options);
    const refuseAll = async () => {
      for (const actionType of ACTIONS) {
        const call = admin.updateDataRetention({ networkId, actionType });
        expect(await refusal(call)).toMatchObject({
          name: "BadRequestError",
          message: "Data retention bot not found or not registered",
        });
      }
    };
    await refuseAll();
    await admin.createDataRetentionBot({ networkId });
    await refuseAll();
    const bot = async () => admin.getDataRetentionBot({ networkId });
    expect(await bot()).toMatchObject({ isDataRetentionBotRegistered: false });
    const { challenge } = await admin.createDataRetentionBotChallenge({ networkId });
    expect(await bot()).toMatchObject({ isDataRetentionBotRegistered: true, isBotActive: false });
    await refuseAll();
    network.dataRetentionBotRegisters(challenge);
    await admin.updateDataRetention({ networkId, actionType: "ENABLE" });
    expect(await bot()).toMatchObject({ isBotActive: true, isDataRetentionServiceEnabled: true });
  });

  it("documented: enabling and acknowledging wait for it", async () => {
    const { admin, networkId } = setUp({
      behavior: "documented",
      dataRetentionBotRegisters: false,
    });
    await admin.createDataRetentionBot({ networkId });
    await admin.createDataRetentionBotChallenge({ networkId });
    expect(await admin.getDataRetentionBot({ networkId })).toMatchObject({
      isDataRetentionBotRegistered: false,
    });
    const update = (actionType: (typeof ACTIONS)[number]) =>
      admin.updateDataRetention({ networkId, actionType });
    expect((await refusal(update("ENABLE"))).message).toBe("The data retention bot is not active");
    expect((await refusal(update("PUBKEY_MSG_ACK"))).name).toBe("BadRequestError");
    await update("DISABLE");
  });
});

describe("L19: the company ID begins with the region", () => {
  const register = (companyId: string, options: object) => {
    const { admin, networkId } = setUp(options);
    return admin.registerOidcConfig({ networkId, companyId, issuer, scopes: "openid" });
  };

  it.each([
    ["us-east-1", "UE1-harbor", "AS1-harbor"],
    ["ap-southeast-1", "AS1-harbor", "UE1-harbor"],
    ["eu-west-2", "EW2-harbor", "harbor"],
    ["us-east-1", "UE1-", "ue1-harbor"],
  ])("observed: in %s %s is taken, %s is not", async (region, right, wrong) => {
    const options = { behavior: "observed", region };
    expect(await register(right, options)).toMatchObject({ companyId: right });
    expect(await refusal(register(wrong, options))).toMatchObject({
      name: "ValidationError",
      reasons: [{ field: "companyId" }],
    });
  });

  it("documented: it may be anything", async () => {
    const options = { behavior: "documented" };
    expect(await register("harbor", options)).toMatchObject({ companyId: "harbor" });
  });
});

describe("L20: RegisterOidcConfig asks the issuer", () => {
  const failed = {
    name: "ValidationError",
    reasons: [{ field: "issuer", reason: "OIDC URL connection test failed" }],
    $metadata: { httpStatusCode: 422 },
  };
  const input = { companyId: "UE1-harbor", issuer, scopes: "openid" };

  it.each(["observed", "documented"] as const)(
    "%s: it fails now and then where a test asks for that, and succeeds a moment later",
    async (behavior) => {
      const { admin, networkId, wickr } = setUp({ behavior });
      wickr.faults.add({ error: "OidcConnectionTest", count: 1 });
      await admin.getNetwork({ networkId });
      expect(await refusal(admin.registerOidcConfig({ networkId, ...input }))).toMatchObject(
        failed,
      );
      expect(await admin.registerOidcConfig({ networkId, ...input })).toMatchObject({ issuer });
    },
  );

  it("observed: the same chance gives the same failures", async () => {
    const play = async () => {
      const { admin, networkId } = setUp({
        behavior: "observed",
        faults: [{ error: "OidcConnectionTest", rate: 0.4 }],
      });
      const outcomes: boolean[] = [];
      for (let at = 0; at < 20; at++) {
        outcomes.push(
          await admin.registerOidcConfig({ networkId, ...input }).then(
            () => true,
            () => false,
          ),
        );
      }
      return outcomes;
    };
    const outcomes = await play();
    expect(new Set(outcomes).size).toBe(2);
    expect(await play()).toEqual(outcomes);
  });

  it("observed: an issuer that does not answer is refused", async () => {
    const { admin, networkId } = setUp({ behavior: "observed" });
    const call = admin.registerOidcConfig({
      networkId,
      ...input,
      issuer: "https://provider.invalid",
    });
    expect(await refusal(call)).toMatchObject(failed);
  });

  it("documented: nobody asks it", async () => {
    const { admin, networkId } = setUp({ behavior: "documented" });
    const gone = "https://provider.invalid";
    expect(await admin.registerOidcConfig({ networkId, ...input, issuer: gone })).toMatchObject({
      issuer: gone,
    });
  });
});
