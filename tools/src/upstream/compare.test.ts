import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textOf } from "./allowed.js";
import { compare } from "./compare.js";
import { id, MODEL, ownShapes, type Shapes, temporaryFolder } from "./own-model-fixture.js";
import { type Source, sourceOfFiles } from "./source.js";

const folder = temporaryFolder();
let ours: Source;
beforeAll(() => {
  ours = sourceOfFiles(MODEL, "model");
});
afterAll(folder.remove);

/** What comes of comparing our model with an edited copy of it. */
const differencesOf = (edit: (shapes: Shapes) => void) => {
  const shapes = ownShapes();
  edit(shapes);
  const theirs = sourceOfFiles(folder.save("theirs.json", shapes), "theirs", ours.service);
  const { news, oursAlone } = compare(ours, theirs);
  const told = (all: typeof news) => all.map((each) => `${each.shape} ${textOf(each)}`);
  return { news: told(news), oursAlone: told(oursAlone) };
};

const service = (shapes: Shapes) => shapes[id("WickrAdminApi")]!;
const member = (shapes: Shapes, structure: string, name: string) =>
  shapes[id(structure)]!.members[name]!;
const traits = (on: { traits?: Record<string, unknown> }): Record<string, unknown> =>
  (on.traits ??= {});

const addOperation = (shapes: Shapes): void => {
  shapes[id("PolishBot")] = {
    ...shapes[id("GetBot")]!,
    input: { target: id("PolishBotRequest") },
    output: { target: id("PolishBotResponse") },
    traits: { "smithy.api#http": { method: "POST", uri: "/networks/{networkId}/polish" } },
  };
  const label = member(shapes, "GetBotRequest", "networkId");
  shapes[id("PolishBotRequest")] = {
    ...shapes[id("GetBotRequest")]!,
    members: { networkId: label },
  };
  shapes[id("Shine")] = {
    ...shapes[id("GetBotResponse")]!,
    traits: {},
    members: { brightness: { target: "smithy.api#String" } },
  };
  shapes[id("PolishBotResponse")] = {
    ...shapes[id("GetBotResponse")]!,
    members: { shine: { target: id("Shine") } },
  };
  service(shapes).operations.push({ target: id("PolishBot") });
};

test("A model that is the same has no news.", () => {
  expect(differencesOf(() => {})).toEqual({ news: [], oursAlone: [] });
});

describe("What is new there:", () => {
  test.each<[string, (shapes: Shapes) => void, string]>([
    [
      "an operation",
      addOperation,
      "PolishBot AddedOperation: operation added (`POST /networks/{networkId}/polish`)",
    ],
    [
      "a member",
      (shapes) =>
        (shapes[id("UpdateBotRequest")]!.members["mood"] = { target: "smithy.api#String" }),
      "UpdateBotRequest$mood AddedMember: optional member added (`String`)",
    ],
    [
      "a required member",
      (shapes) =>
        (shapes[id("UpdateBotRequest")]!.members["mood"] = {
          target: "smithy.api#String",
          traits: { "smithy.api#required": {} },
        }),
      "UpdateBotRequest$mood AddedRequiredMember: required member added (`String`)",
    ],
    [
      "a member made required",
      (shapes) =>
        (traits(member(shapes, "UpdateBotRequest", "displayName"))["smithy.api#required"] = {}),
      "UpdateBotRequest$displayName ChangedNullability: optional member made required",
    ],
    [
      "a member made optional",
      (shapes) =>
        delete traits(member(shapes, "CreateNetworkRequest", "networkName"))["smithy.api#required"],
      "CreateNetworkRequest$networkName ChangedNullability: required member made optional",
    ],
    [
      "another URI",
      (shapes) => {
        const http = traits(shapes[id("GetBot")]!)["smithy.api#http"] as object;
        Object.assign(http, { uri: "/networks/{networkId}/robots/{botId}" });
      },
      "GetBot ChangedHttpUri: URI changed from `/networks/{networkId}/bots/{botId}` to `/networks/{networkId}/robots/{botId}`",
    ],
    [
      "another method",
      (shapes) =>
        Object.assign(traits(shapes[id("GetBot")]!)["smithy.api#http"] as object, {
          method: "POST",
        }),
      "GetBot ChangedHttpMethod: method changed from `GET` to `POST`",
    ],
    [
      "another status",
      (shapes) =>
        Object.assign(traits(shapes[id("GetBot")]!)["smithy.api#http"] as object, { code: 202 }),
      "GetBot ChangedHttpCode: status code changed from `200` to `202`",
    ],
    [
      "another place for a member",
      (shapes) => {
        const on = traits(member(shapes, "ListBotsRequest", "maxResults"));
        delete on["smithy.api#httpQuery"];
        on["smithy.api#httpHeader"] = "x-size";
      },
      "ListBotsRequest$maxResults ChangedHttpBinding: moved from query parameter `maxResults` to header `x-size`",
    ],
    [
      "another name in JSON",
      (shapes) =>
        (traits(member(shapes, "UpdateBotRequest", "displayName"))["smithy.api#jsonName"] =
          "shown"),
      "UpdateBotRequest$displayName ChangedJsonName: renamed from JSON property `displayName` to JSON property `shown`",
    ],
    [
      "an error of an operation",
      (shapes) => {
        shapes[id("ConflictError")] = {
          ...shapes[id("ForbiddenError")]!,
          traits: { "smithy.api#error": "client", "smithy.api#httpError": 409 },
        };
        shapes[id("GetBot")]!.errors.push({ target: id("ConflictError") });
      },
      "GetBot AddedOperationError: error `ConflictError` added",
    ],
    [
      "another status of an error",
      (shapes) => (traits(shapes[id("ForbiddenError")]!)["smithy.api#httpError"] = 418),
      "ForbiddenError ChangedHttpErrorTrait: httpError changed from `403` to `418`",
    ],
    [
      "an enum's value",
      (shapes) =>
        (shapes[id("AccessLevel")]!.members["GOLD"] = {
          target: "smithy.api#Unit",
          traits: { "smithy.api#enumValue": "GOLD" },
        }),
      "AccessLevel$GOLD AddedEnumValue: enum value `GOLD` added",
    ],
    [
      "another value",
      (shapes) =>
        (traits(member(shapes, "AccessLevel", "PREMIUM"))["smithy.api#enumValue"] = "Premium"),
      "AccessLevel$PREMIUM ChangedEnumValue: enum value changed from `PREMIUM` to `Premium`",
    ],
    [
      "pages of an operation that had none",
      (shapes) => {
        const pages = { inputToken: "botId", outputToken: "displayName" };
        traits(shapes[id("GetBot")]!)["smithy.api#paginated"] = pages;
      },
      "GetBot AddedPaginator: paginator added",
    ],
    [
      "other pages",
      (shapes) =>
        Object.assign(traits(shapes[id("ListBots")]!)["smithy.api#paginated"] as object, {
          inputToken: "sortFields",
        }),
      "ListBots ChangedPaginatedTrait: pagination: inputToken changed from `nextToken` to `sortFields`",
    ],
    [
      "another type",
      (shapes) => (member(shapes, "GetBotResponse", "displayName").target = "smithy.api#Integer"),
      "GetBotResponse$displayName ChangedMemberTarget: target changed from `GenericString` (string) to `Integer` (integer)",
    ],
    [
      "a constraint",
      (shapes) =>
        (traits(member(shapes, "GetBotResponse", "displayName"))["smithy.api#length"] = { max: 9 }),
      "GetBotResponse$displayName LengthTightened: maximum length set to `9`",
    ],
    [
      "a range",
      (shapes) =>
        (traits(member(shapes, "GetBotsCountResponse", "pending"))["smithy.api#range"] = {
          max: 9,
        }),
      "GetBotsCountResponse$pending RangeTightened: maximum value set to `9`",
    ],
    [
      "another pattern",
      (shapes) => (traits(shapes[id("NetworkId")]!)["smithy.api#pattern"] = "^9$"),
      "NetworkId PatternTightened: pattern changed from `^[0-9]{8}$` to `^9$`",
    ],
    [
      "a secret",
      (shapes) =>
        (traits(member(shapes, "GetBotResponse", "displayName"))["smithy.api#sensitive"] = {}),
      "GetBotResponse$displayName AddedSensitiveTrait: is kept out of logs now",
    ],
    [
      "an idempotency token",
      (shapes) =>
        (traits(member(shapes, "UpdateBotRequest", "displayName"))["smithy.api#idempotencyToken"] =
          {}),
      "UpdateBotRequest$displayName AddedIdempotencyTokenTrait: the client fills it in where it is missing",
    ],
    [
      "another way to sign",
      (shapes) => (traits(service(shapes))["aws.auth#sigv4"] = { name: "wicker" }),
      'WickrAdminApi ChangedAuthScheme: `sigv4` changed from `{"name":"wickr"}` to `{"name":"wicker"}`',
    ],
    [
      "another prefix of endpoints",
      (shapes) =>
        Object.assign(traits(service(shapes))["aws.api#service"] as object, {
          endpointPrefix: "wicker",
        }),
      'WickrAdminApi ChangedTrait: `aws.api#service` changed from `{"sdkId":"Wickr","arnNamespace":"wickr","endpointPrefix":"admin.wickr"}` to `{"sdkId":"Wickr","arnNamespace":"wickr","endpointPrefix":"wicker"}`',
    ],
    [
      "a waiter",
      (shapes) =>
        (traits(shapes[id("ListBots")]!)["smithy.waiters#waitable"] = {
          BotsListed: { acceptors: [{ state: "success", matcher: { success: true } }] },
        }),
      "ListBots AddedWaiter: waiter `BotsListed` added",
    ],
  ])("%s", (_name, edit, expected) => {
    expect(differencesOf(edit)).toEqual({ news: [id(expected)], oursAlone: [] });
  });

  test("another endpoint", () => {
    const { news, oursAlone } = differencesOf((shapes) => {
      const on = traits(service(shapes));
      const text = JSON.stringify(on["smithy.rules#endpointRuleSet"]);
      on["smithy.rules#endpointRuleSet"] = JSON.parse(
        text.replaceAll("admin.wickr.", "wickr."),
      ) as object;
    });
    expect(oursAlone).toEqual([]);
    expect(news).toContain(
      id(
        "WickrAdminApi ChangedEndpoint: endpoint for us-east-1 changed from `https://admin.wickr.us-east-1.amazonaws.com/` to `https://wickr.us-east-1.amazonaws.com/`",
      ),
    );
  });
});

describe("Ours alone is", () => {
  test.each<[string, (shapes: Shapes) => void, string]>([
    [
      "an operation",
      (shapes) => {
        const { operations } = service(shapes);
        service(shapes).operations = operations.filter(({ target }) => target !== id("GetBot"));
      },
      "GetBot AddedOperation: operation added (`GET /networks/{networkId}/bots/{botId}`)",
    ],
    [
      "a member",
      (shapes) => delete shapes[id("UpdateBotRequest")]!.members["displayName"],
      "UpdateBotRequest$displayName AddedMember: optional member added (`GenericString`)",
    ],
    [
      "an error of an operation",
      (shapes) => {
        const operation = shapes[id("GetBot")]!;
        operation.errors = operation.errors.filter(({ target }) => target !== id("ForbiddenError"));
      },
      "GetBot AddedOperationError: error `ForbiddenError` added",
    ],
    [
      "an enum's value",
      (shapes) => delete shapes[id("AccessLevel")]!.members["PREMIUM"],
      "AccessLevel$PREMIUM AddedEnumValue: enum value `PREMIUM` added",
    ],
    [
      "pages of an operation",
      (shapes) => delete traits(shapes[id("ListBots")]!)["smithy.api#paginated"],
      "ListBots AddedPaginator: paginator added",
    ],
    [
      "the size of pages",
      (shapes) =>
        delete (traits(shapes[id("ListBots")]!)["smithy.api#paginated"] as Record<string, unknown>)[
          "pageSize"
        ],
      "ListBots ChangedPaginatedTrait: page size added: `maxResults`",
    ],
    [
      "a pattern",
      (shapes) => delete traits(shapes[id("NetworkId")]!)["smithy.api#pattern"],
      "NetworkId PatternTightened: pattern set to `^[0-9]{8}$`",
    ],
  ])("%s", (_name, edit, expected) => {
    expect(differencesOf(edit)).toEqual({ news: [], oursAlone: [id(expected)] });
  });

  test("a waiter, with whatever it waits for", () => {
    const { news, oursAlone } = differencesOf((shapes) => {
      delete traits(shapes[id("GetBot")]!)["smithy.waiters#waitable"];
    });
    expect(news).toEqual([]);
    expect(oursAlone).not.toEqual([]);
    for (const each of oursAlone) expect(each).toMatch(/#GetBot AddedWaiter: /);
  });
});

describe("No difference is", () => {
  test.each<[string, (shapes: Shapes) => void]>([
    [
      "documentation",
      (shapes) => {
        for (const shape of Object.values(shapes))
          if (shape.traits) shape.traits["smithy.api#documentation"] = "In other words.";
      },
    ],
    [
      "who is said to give an error, where all operations do",
      (shapes) => {
        const all = [...shapes[id("GetBot")]!.errors];
        const isCommon = (target: string) =>
          Object.values(shapes).every(
            (shape) =>
              shape.type !== "operation" || shape.errors.some((error) => error.target === target),
          );
        const common = all.filter(({ target }) => isCommon(target));
        expect(common).not.toEqual([]);
        service(shapes).errors = common;
        for (const shape of Object.values(shapes)) {
          if (shape.type !== "operation") continue;
          shape.errors = shape.errors.filter(
            ({ target }) => !common.some((one) => one.target === target),
          );
        }
      },
    ],
    [
      "a status that goes without saying",
      (shapes) => {
        expect(traits(shapes[id("BadRequestError")]!)["smithy.api#httpError"]).toBe(400);
        delete traits(shapes[id("BadRequestError")]!)["smithy.api#httpError"];
      },
    ],
    [
      "what only other tools read",
      (shapes) => {
        traits(shapes[id("GetBot")]!)["aws.api#controlPlane"] = {};
        Object.assign(traits(service(shapes))["aws.api#service"] as object, {
          cloudTrailEventSource: "wickr.amazonaws.com",
        });
      },
    ],
    [
      "the order of members",
      (shapes) => {
        const shape = shapes[id("UpdateBotRequest")]!;
        shape.members = Object.fromEntries(Object.entries(shape.members).reverse());
      },
    ],
    [
      "what a simple shape is called",
      (shapes) => {
        shapes[id("AnyString")] = shapes[id("GenericString")]!;
        member(shapes, "GetBotResponse", "displayName").target = id("AnyString");
      },
    ],
    [
      "how endpoint rules are put",
      (shapes) => {
        const rules = traits(service(shapes))["smithy.rules#endpointRuleSet"] as {
          parameters: Record<string, { documentation: string }>;
        };
        for (const parameter of Object.values(rules.parameters)) parameter.documentation = "Other.";
      },
    ],
  ])("%s", (_name, edit) => {
    expect(differencesOf(edit)).toEqual({ news: [], oursAlone: [] });
  });
});
