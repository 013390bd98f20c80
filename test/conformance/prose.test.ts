import { hasTrait, namespaceOf, structureOf, trait, type Member } from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import { wireFacts } from "./facts/facts.js";
import { publishedUnits } from "./published-units.js";
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

const documentationOf = (on: Member): string => trait<string>(on, "documentation") ?? "";

/** Traits that make mock and simulator refuse a value. */
const CONSTRAINTS = ["length", "pattern", "range", "uniqueItems"];

test("no member has a constraint that is not published: prose alone refuses nothing", () => {
  const published = publishedUnits(wireFacts);
  const own = [...wickrModel.shapes.values()]
    .flatMap((shape) => ("members" in shape ? [...shape.members.values()] : []))
    .filter(({ id }) => namespaceOf(id) === WICKR_NAMESPACE)
    .flatMap((each) =>
      CONSTRAINTS.filter((name) => hasTrait(each, name)).map((name) => [each.id, name] as const),
    )
    .filter(([id, name]) => !Object.hasOwn((published.get(id) ?? {}) as object, name));
  expect(own).toEqual([]);
});

describe("a batch has 1 to 50 items", () => {
  test.each([
    ["BatchCreateUserRequest", "users"],
    ["BatchDeleteUserRequest", "userIds"],
    ["BatchLookupUserUnameRequest", "unames"],
    ["BatchReinviteUserRequest", "userIds"],
    ["BatchResetDevicesForUserRequest", "appIds"],
    ["BatchToggleUserSuspendStatusRequest", "userIds"],
  ])("%s.%s", (structure, name) => {
    expect(documentationOf(member(structure, name))).toContain("1 to 50");
  });
});

describe("maxResults is 1 to 100, 10 where absent", () => {
  test.each(inputsWith("maxResults"))("%s", (input) => {
    const maxResults = member(input, "maxResults");
    expect(documentationOf(maxResults)).toContain("1 to 100, by default 10");
    expect(trait(maxResults, "default")).toBe(10);
  });
});

describe("sortDirection is DESC where absent", () => {
  test.each(inputsWith("sortDirection"))("%s", (input) => {
    expect(trait(member(input, "sortDirection"), "default")).toBe("DESC");
  });
});

describe("sortFields takes the fields of its operation", () => {
  // `appId` is none of the documented fields, but an example of the service sorts devices by it.
  const fields: [string, string[]][] = [
    ["ListBlockedGuestUsers", ["username", "admin", "modified"]],
    ["ListBots", ["username", "firstName", "displayName", "status", "groupId"]],
    ["ListDevicesForUser", ["lastlogin", "type", "suspend", "created", "appId"]],
    ["ListGuestUsers", ["username", "billingPeriod"]],
    ["ListNetworks", ["networkId", "networkName"]],
    ["ListSecurityGroupUsers", ["username", "firstName", "lastName"]],
    ["ListSecurityGroups", ["id", "name"]],
    ["ListUsers", ["username", "firstName", "lastName", "status", "groupId"]],
  ];

  test.each(fields)("%s", (operation, accepted) => {
    const documentation = documentationOf(member(`${operation}Request`, "sortFields"));
    expect(accepted.filter((field) => !documentation.includes(`\`${field}\``))).toEqual([]);
    expect(documentation).toContain("with `+`");
  });

  test("ListNetworks sorts by networkId where it is absent", () => {
    expect(trait(member("ListNetworksRequest", "sortFields"), "default")).toBe("networkId");
  });
});

describe("a network's name has 1 to 20 characters", () => {
  test.each(["CreateNetworkRequest", "UpdateNetworkRequest"])("%s", (structure) => {
    expect(documentationOf(member(structure, "networkName"))).toContain("1 to 20 characters");
  });
});

test("a bot's username ends in bot", () => {
  expect(documentationOf(member("CreateBotRequest", "username"))).toContain("must end in `bot`");
});

describe("a number keeps to its values", () => {
  const values: [string, string, string[]][] = [
    ["SecurityGroupSettings", "maxAutoDownloadSize", ["`512000`", "`7340032`"]],
    ["SecurityGroupSettings", "federationMode", ["`0`", "`1`", "`2`"]],
    ["SecurityGroupSettingsRequest", "federationMode", ["`0`", "`1`", "`2`"]],
    ["SecurityGroupSettings", "maxNonSsoSessionMinutes", ["60 to 525600", "`0`"]],
    ["ShredderSettings", "intensity", ["`0`", "`20`", "`60`", "`100`"]],
    ["OidcConfigInfo", "applicationId", ["1 to 10"]],
    ["RegisterOidcConfigResponse", "applicationId", ["1 to 10"]],
    ["Network", "migrationState", ["`0`", "`1`", "`2`"]],
    ["GetNetworkResponse", "migrationState", ["`0`", "`1`", "`2`"]],
  ];

  test.each(values)("%s.%s", (structure, name, all) => {
    const documentation = documentationOf(member(structure, name));
    expect(all.filter((value) => !documentation.includes(value))).toEqual([]);
  });
});

test("a premium trial is not started unless asked for", () => {
  expect(trait(member("CreateNetworkRequest", "enablePremiumFreeTrial"), "default")).toBe(false);
});
