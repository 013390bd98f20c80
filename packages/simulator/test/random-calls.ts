import fc from "fast-check";
import type { OperationInput, OperationName } from "../src/index.js";
import type { TransitionInput, TransitionName } from "../src/index.js";

/** A call whose ids are filled in when it is made. */
export interface RandomCall {
  readonly name: OperationName | TransitionName;
  readonly network: number;
  readonly user: number;
  readonly users: readonly number[];
  readonly group: number;
  readonly bot: number;
  readonly input: object;
  readonly advance: number;
}

const usernames = fc.constantFrom(
  "ana@example.com",
  "ben@example.com",
  "Ana@Example.com",
  "cleo",
  "dan",
  "eva",
  "fay",
  "gus",
  "helperbot",
  "",
);
const names = fc.constantFrom("Ana", "Ben", "ana", "Zoe", "Łucja", "");
const flag = fc.boolean();
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const token = maybe(fc.constantFrom("token-a", "token-b"));
const days = maybe(fc.integer({ min: -1, max: 9 }));

const record = fc.record;
const inputs: { readonly [Name in OperationName | TransitionName]?: fc.Arbitrary<object> } = {
  CreateNetwork: record({
    networkName: names,
    accessLevel: fc.constantFrom("STANDARD", "PREMIUM"),
    enablePremiumFreeTrial: flag,
  }),
  UpdateNetwork: record({
    networkName: names,
    encryptionKeyArn: maybe(
      fc.constantFrom("nonsense", "arn:aws:kms:us-east-1:111122223333:key/a"),
    ),
    clientToken: token,
  }),
  DeleteNetwork: record({ clientToken: token }),
  UpdateNetworkSettings: record({
    settings: record({ enableClientMetrics: maybe(flag), dataRetention: maybe(flag) }),
  }),
  BatchCreateUser: record({
    users: fc.array(
      record({
        username: usernames,
        firstName: maybe(names),
        lastName: maybe(names),
        inviteCodeTtl: days,
      }),
      { minLength: 1, maxLength: 5 },
    ),
    clientToken: token,
  }),
  UpdateUser: record({
    userDetails: record({
      username: maybe(usernames),
      firstName: maybe(names),
      inviteCodeTtl: days,
      inviteCode: maybe(names),
    }),
  }),
  BatchDeleteUser: record({ clientToken: token }),
  BatchReinviteUser: record({ clientToken: token }),
  BatchToggleUserSuspendStatus: record({ suspend: flag, clientToken: token }),
  CreateSecurityGroup: record({
    name: names,
    securityGroupSettings: record({
      lockoutThreshold: maybe(fc.integer({ min: 0, max: 12 })),
      globalFederation: maybe(flag),
      enableRestrictedGlobalFederation: maybe(flag),
    }),
    clientToken: token,
  }),
  UpdateSecurityGroup: record({
    name: maybe(names),
    securityGroupSettings: record({
      forceDeviceLockout: maybe(fc.integer({ min: 0, max: 12 })),
      enableFileDownload: maybe(flag),
    }),
  }),
  DeleteSecurityGroup: record({}),
  CreateBot: record({
    username: fc.constantFrom("onebot", "twobot", "helperbot", "nobody"),
    challenge: names,
  }),
  UpdateBot: record({ displayName: maybe(names), suspend: maybe(flag), challenge: maybe(names) }),
  DeleteBot: record({}),
  CreateDataRetentionBot: record({}),
  CreateDataRetentionBotChallenge: record({}),
  UpdateDataRetention: record({
    actionType: fc.constantFrom("ENABLE", "DISABLE", "PUBKEY_MSG_ACK"),
  }),
  DeleteDataRetentionBot: record({}),
  RegisterOidcConfig: record({
    companyId: names,
    issuer: fc.constantFrom("https://a.example", "http://a.example"),
    scopes: names,
    secret: maybe(names),
  }),
  acceptInvitation: record({}),
  rejectInvitation: record({}),
  signIn: record({ type: fc.constantFrom("iOS", "Windows") }),
  useApp: record({}),
  enterWrongPassword: record({}),
  guestWrites: record({ username: usernames }),
  botSignsIn: record({}),
  addUsers: record({
    users: fc.array(record({ username: usernames, isAdmin: flag }), { maxLength: 3 }),
  }),
  changeNetwork: record({ standing: fc.nat(3) }),
};

const nat = fc.nat(6);

/** Any call that changes something. */
export const randomCall: fc.Arbitrary<RandomCall> = fc.oneof(
  ...Object.entries(inputs).map(([name, input]) =>
    record({
      name: fc.constant(name as OperationName | TransitionName),
      // Mostly the first network, so that things meet.
      network: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: nat }),
      user: nat,
      users: fc.array(nat, { minLength: 1, maxLength: 4 }),
      group: nat,
      bot: nat,
      input,
      advance: fc.constantFrom(0, 1_000, 3_600_000, 86_400_000),
    }),
  ),
);

/** Inputs of calls, with any ids that they need. */
export type AnyInput = OperationInput<OperationName> & TransitionInput<TransitionName>;
