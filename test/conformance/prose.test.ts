import { structureOf, trait, type Json, type Member } from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import { wireFacts } from "./facts/facts.js";
import { WICKR_NAMESPACE, wickrModel } from "@wickr-admin/test-support/wickr-model";

const member = (structure: string, name: string): Member => {
  const found = structureOf(wickrModel, `${WICKR_NAMESPACE}#${structure}`).members.get(name);
  if (found === undefined) throw new Error(`${structure} has no ${name}.`);
  return found;
};

/** The published inputs with a member of the name: were they taken from the model, a lost member would lose its test. */
const inputsWith = (name: string): string[] => {
  const inputs = Object.values(wireFacts.operations).map(({ input }) => input);
  return inputs.filter((input) => Object.hasOwn(wireFacts.shapes[input]!.members!, name));
};

const accepts = (on: Member, text: string): boolean => {
  const pattern = trait<string>(on, "pattern");
  if (pattern === undefined) throw new Error(`${on.id} has no pattern.`);
  return new RegExp(pattern, "u").test(text);
};

describe("a batch has 1 to 50 items", () => {
  test.each([
    ["BatchCreateUserRequest", "users"],
    ["BatchDeleteUserRequest", "userIds"],
    ["BatchLookupUserUnameRequest", "unames"],
    ["BatchReinviteUserRequest", "userIds"],
    ["BatchResetDevicesForUserRequest", "appIds"],
    ["BatchToggleUserSuspendStatusRequest", "userIds"],
  ])("%s.%s", (structure, name) => {
    expect(trait(member(structure, name), "length")).toEqual({ min: 1, max: 50 });
  });
});

describe("maxResults is 1 to 100, 10 where absent", () => {
  test.each(inputsWith("maxResults"))("%s", (input) => {
    const maxResults = member(input, "maxResults");
    expect(trait(maxResults, "range")).toEqual({ min: 1, max: 100 });
    expect(trait(maxResults, "default")).toBe(10);
  });
});

describe("sortDirection is DESC where absent", () => {
  test.each(inputsWith("sortDirection"))("%s", (input) => {
    expect(trait(member(input, "sortDirection"), "default")).toBe("DESC");
  });
});

describe("sortFields takes the fields of its operation", () => {
  const fields: [string, string[]][] = [
    ["ListBlockedGuestUsers", ["username", "admin", "modified"]],
    ["ListBots", ["username", "firstName", "displayName", "status", "groupId"]],
    ["ListDevicesForUser", ["lastlogin", "type", "suspend", "created"]],
    ["ListGuestUsers", ["username", "billingPeriod"]],
    ["ListNetworks", ["networkId", "networkName"]],
    ["ListSecurityGroupUsers", ["username", "firstName", "lastName"]],
    ["ListSecurityGroups", ["id", "name"]],
    ["ListUsers", ["username", "firstName", "lastName", "status", "groupId"]],
  ];

  test.each(fields)("%s", (operation, accepted) => {
    const sortFields = member(`${operation}Request`, "sortFields");
    expect(accepted.filter((field) => !accepts(sortFields, field))).toEqual([]);
    expect(["", "other", "username,", "+"].filter((text) => accepts(sortFields, text))).toEqual([]);
  });

  const joinable = ["ListBots", "ListDevicesForUser", "ListSecurityGroupUsers", "ListUsers"];
  test.each(fields.filter(([operation]) => joinable.includes(operation)))(
    "%s takes several, joined with +",
    (operation, accepted) => {
      expect(accepts(member(`${operation}Request`, "sortFields"), accepted.join("+"))).toBe(true);
    },
  );

  test("ListNetworks sorts by networkId where it is absent", () => {
    expect(trait(member("ListNetworksRequest", "sortFields"), "default")).toBe("networkId");
  });
});

describe("a network's name has 1 to 20 characters", () => {
  test.each(["CreateNetworkRequest", "UpdateNetworkRequest"])("%s", (structure) => {
    expect(trait(member(structure, "networkName"), "length")).toEqual({ min: 1, max: 20 });
  });
});

test("a bot's username ends in bot", () => {
  const username = member("CreateBotRequest", "username");
  expect(accepts(username, "weatherbot")).toBe(true);
  expect(accepts(username, "weatherbots")).toBe(false);
});

describe("a number keeps to its range", () => {
  const ranges: [string, string, Json][] = [
    ["SecurityGroupSettings", "maxAutoDownloadSize", { min: 512_000, max: 7_340_032 }],
    ["SecurityGroupSettings", "federationMode", { min: 0, max: 2 }],
    ["SecurityGroupSettingsRequest", "federationMode", { min: 0, max: 2 }],
    ["ShredderSettings", "intensity", { min: 0, max: 100 }],
    ["OidcConfigInfo", "applicationId", { min: 1, max: 10 }],
    ["RegisterOidcConfigResponse", "applicationId", { min: 1, max: 10 }],
    ["Network", "migrationState", { min: 0, max: 2 }],
    ["GetNetworkResponse", "migrationState", { min: 0, max: 2 }],
  ];

  test.each(ranges)("%s.%s", (structure, name, range) => {
    expect(trait(member(structure, name), "range")).toEqual(range);
  });
});

test("a premium trial is not started unless asked for", () => {
  expect(trait(member("CreateNetworkRequest", "enablePremiumFreeTrial"), "default")).toBe(false);
});
