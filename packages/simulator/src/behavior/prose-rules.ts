import type { Reasons } from "../errors.js";
import type { OperationInput, OperationName } from "../operations/operation-types.js";
import { splitFields } from "../state/sort.js";

/** What is wrong with a member, if anything is: the reason, or whether it is right. */
type Rule = readonly [isRight: (value: never) => boolean, reason: string];

const BATCH: Rule = [
  (items: readonly unknown[]) => items.length >= 1 && items.length <= 50,
  "Must have 1 to 50 items",
];
const PAGE_SIZE: Rule = [(size: number) => size >= 1 && size <= 100, "Must be from 1 to 100"];
const NETWORK_NAME: Rule = [
  (name: string) => name.length >= 1 && name.length <= 20,
  "Must have 1 to 20 characters",
];
const BOT_NAME: Rule = [
  (name: string) => name.endsWith("bot"),
  "The username of a bot must end in 'bot'",
];
const fields = (...names: readonly string[]): Rule => [
  (text: string) => splitFields(text).every((field) => names.includes(field)),
  `Must be one or more of ${names.join(", ")}, joined by +`,
];
const list = (...names: readonly string[]) => ({
  maxResults: PAGE_SIZE,
  sortFields: fields(...names),
});

/**
 * The rules that the documentation has in words alone, by operation and member. The live service was seen
 * to take what breaks some of them. Those of a security group's settings stand with the others of their kind,
 * in `documented-group-settings.ts`.
 */
const RULES: {
  readonly [Name in OperationName]?: {
    readonly [Member in keyof OperationInput<Name>]?: Rule;
  };
} = {
  BatchCreateUser: { users: BATCH },
  BatchDeleteUser: { userIds: BATCH },
  BatchLookupUserUname: { unames: BATCH },
  BatchReinviteUser: { userIds: BATCH },
  BatchResetDevicesForUser: { appIds: BATCH },
  BatchToggleUserSuspendStatus: { userIds: BATCH },
  CreateBot: { username: BOT_NAME },
  CreateNetwork: { networkName: NETWORK_NAME },
  ListBlockedGuestUsers: list("username", "admin", "modified"),
  ListBots: list("username", "firstName", "displayName", "status", "groupId"),
  ListDevicesForUser: list("lastlogin", "type", "suspend", "created", "appId"),
  ListGuestUsers: list("username", "billingPeriod"),
  ListNetworks: list("networkId", "networkName"),
  ListSecurityGroupUsers: list("username", "firstName", "lastName"),
  ListSecurityGroups: list("id", "name"),
  ListUsers: list("username", "firstName", "lastName", "status", "groupId"),
  RegisterOpentdfConfig: {
    provider: [
      (provider: string) => provider.toLowerCase() === "virtru",
      "The provider is not supported",
    ],
  },
  UpdateNetwork: { networkName: NETWORK_NAME },
};

/** Notes where an input breaks a rule that the documentation has in words alone. */
export const checkProse = (reasons: Reasons, operation: OperationName, input: object): void => {
  for (const [member, [isRight, reason]] of Object.entries<Rule>(RULES[operation] ?? {})) {
    const value = (input as Readonly<Record<string, unknown>>)[member];
    if (value !== undefined) reasons.require(isRight(value as never), member, reason);
  }
};
