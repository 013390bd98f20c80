import { hasTrait, structureOf, trait, type Json, type Member } from "@wickr-admin/codegen";
import { describe, expect, test } from "vitest";
import {
  WICKR_NAMESPACE,
  wickrModel,
  wickrOperation,
  wickrOperations,
} from "@wickr-admin/test-support/wickr-model";

const member = (structure: string, name: string): Member =>
  structureOf(wickrModel, `${WICKR_NAMESPACE}#${structure}`).members.get(name)!;

const membersNamed = (name: string): [string, Member][] =>
  wickrOperations.flatMap(({ id, input }) => {
    const found = structureOf(wickrModel, input).members.get(name);
    return found === undefined ? [] : [[id, found]];
  });

const accepts = (on: Member, text: string) =>
  new RegExp(trait<string>(on, "pattern")!, "u").test(text);

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
  test.each(membersNamed("maxResults"))("%s", (_operation, maxResults) => {
    expect(trait(maxResults, "range")).toEqual({ min: 1, max: 100 });
    expect(trait(maxResults, "default")).toBe(10);
  });

  test("all 8 paginated operations have it", () => {
    const paginated = wickrOperations.filter((operation) => hasTrait(operation, "paginated"));
    expect(membersNamed("maxResults").map(([id]) => id)).toEqual(paginated.map(({ id }) => id));
    expect(paginated).toHaveLength(8);
  });
});

describe("sortDirection is DESC where absent", () => {
  test.each(membersNamed("sortDirection"))("%s", (_operation, sortDirection) => {
    expect(trait(sortDirection, "default")).toBe("DESC");
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

describe("a token is sent in the header X-Client-Token", () => {
  test.each(membersNamed("clientToken"))("%s", (_operation, token) => {
    expect(hasTrait(token, "idempotencyToken")).toBe(true);
    expect(trait(token, "httpHeader")).toBe("X-Client-Token");
  });
});

test("a premium trial is not started unless asked for", () => {
  expect(trait(member("CreateNetworkRequest", "enablePremiumFreeTrial"), "default")).toBe(false);
  expect(wickrOperation("CreateNetwork")).toBeDefined();
});
