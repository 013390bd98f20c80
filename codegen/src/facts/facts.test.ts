import { describe, expect, test } from "vitest";
import { birds, type MutableJson } from "../../test-fixtures/models.js";
import {
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
  operationOf,
} from "../model/model.js";
import { hasOwnAuth, schemesOf } from "./auth-schemes.js";
import { bindingOf, boundNameOf, httpTraitOf, patternOfUri } from "./bindings.js";
import { flexibleChecksumOf, sendsChecksum } from "./checksums.js";
import { closureOf } from "./closure.js";
import { requestEncodingsOf } from "./compression.js";
import { boundsOf } from "./constraints.js";
import { enumValuesOf } from "./enums.js";
import { errorIdsOf } from "./errors.js";
import { examplesOf, mistakesInExamples } from "./examples.js";
import { factsOf } from "./facts.js";
import { hostPrefixOf } from "./host-prefix.js";
import { membersOnPath, paginatedTraitOf, paginationOf } from "./pagination.js";
import { protocolsOf } from "./protocols.js";
import { reachableFrom } from "./reach.js";
import { sdkIdOf } from "./service.js";
import { membersOf, structureAt } from "./shapes.js";
import { waitersOf } from "./waiters.js";

const id = (name: string): string => `example.birds#${name}`;
const serviceOf = (model: Model) => model.shapes.get(id("Birds")) as ServiceShape;
const operation = (model: Model, name: string) => operationOf(model, id(name));

/** The birds, with traits of an operation or the service. */
const withTraits = (name: string, traits: object): Model =>
  birds((shapes) => Object.assign(shapes[name]?.["traits"] ?? {}, traits));

const getBird = (traits: object): OperationShape =>
  operation(withTraits("GetBird", traits), "GetBird");

describe("What a service reaches", () => {
  test("is sorted by name, and without what only resources are told by", () => {
    const model = birds((shapes) => {
      shapes["NestId"] = { type: "string" } as unknown as MutableJson;
      Object.assign(shapes["Nest"]?.["identifiers"]?.["nestId"] ?? {}, { target: id("NestId") });
    });
    const { operations, shapes } = closureOf(model, serviceOf(model));
    const names = operations.map((each) => each.id.split("#")[1]);
    expect(names).toEqual(["CreateBird", "GetBird", "GetNest", "ListBirds", "UploadSong"]);
    expect(shapes.map((shape) => shape.id)).not.toContain(id("NestId"));
    expect(shapes.map((shape) => shape.id)).toContain(id("Bird"));
  });

  test("does without what is not there", () => {
    const model = birds((shapes) => {
      delete shapes["Kind"];
    });
    expect(() => closureOf(model, serviceOf(model))).not.toThrow();
    expect([...reachableFrom(model, [id("Gone"), id("Tags")])]).toEqual([
      id("Tags"),
      "smithy.api#String",
    ]);
  });
});

describe("Authentication", () => {
  const schemes = (service: object, traits?: object) => {
    const model = birds((shapes) => {
      Object.assign(shapes["Birds"]?.["traits"] ?? {}, service);
      Object.assign(shapes["GetBird"]?.["traits"] ?? {}, traits);
    });
    return schemesOf(serviceOf(model), traits && operation(model, "GetBird"));
  };
  const BEARER = "smithy.api#httpBearerAuth";
  const SIGV4 = "aws.auth#sigv4";

  test.each<[what: string, found: readonly string[], expected: readonly string[]]>([
    ["in Smithy's order", schemes({ [BEARER]: {} }), [SIGV4, BEARER]],
    ["as named", schemes({ [BEARER]: {}, "smithy.api#auth": [BEARER] }), [BEARER]],
    ["of an operation", schemes({ [BEARER]: {} }, { "smithy.api#auth": [BEARER] }), [BEARER]],
    ["optional", schemes({}, { "smithy.api#optionalAuth": {} }), [SIGV4, "smithy.api#noAuth"]],
    ["none", schemes({}, { "smithy.api#auth": [] }), ["smithy.api#noAuth"]],
    ["malformed", schemes({ "smithy.api#auth": 7 }), [SIGV4]],
  ])("%s", (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  test("of its own", () => {
    expect(hasOwnAuth(getBird({}))).toBe(false);
    expect(hasOwnAuth(getBird({ "smithy.api#optionalAuth": {} }))).toBe(true);
  });
});

describe("Pagination", () => {
  test("takes from the service what the operation does not say", () => {
    const model = birds();
    const facts = factsOf(model, serviceOf(model), "@birds");
    const list = operation(model, "ListBirds");
    expect(paginatedTraitOf(list, serviceOf(model))).toEqual({
      inputToken: "nextToken",
      outputToken: "page.nextToken",
      pageSize: "maxResults",
      items: "page.birds",
    });
    const { items } = paginationOf(facts, list) ?? {};
    expect(items?.members.map(({ name }) => name)).toEqual(["page", "birds"]);
    expect(paginationOf(facts, operation(model, "GetBird"))).toBeUndefined();
  });

  test("leads nowhere where a member is missing", () => {
    const model = withTraits("ListBirds", { "smithy.api#paginated": { inputToken: "gone" } });
    const facts = factsOf(model, serviceOf(model), "@birds");
    expect(paginationOf(facts, operation(model, "ListBirds"))).toBeUndefined();
    expect(membersOnPath(model, id("ListBirdsOutput"), "page.gone")).toBeUndefined();
    expect(membersOnPath(model, id("Kind"), "page")).toBeUndefined();
  });
});

describe("Waiters", () => {
  test("have delays, and of what is malformed nothing", () => {
    const waiters = waitersOf(
      getBird({
        "smithy.waiters#waitable": {
          Fine: {
            minDelay: 5,
            acceptors: [
              { state: "success", matcher: { success: true } },
              { state: "odd", matcher: { success: true } },
              { state: "retry", matcher: { errorType: 7 } },
              null,
            ],
          },
          Odd: 7,
        },
      }),
    );
    expect([...waiters.keys()]).toEqual(["Fine"]);
    expect(waiters.get("Fine")).toEqual({
      name: "Fine",
      minDelay: 5,
      maxDelay: 120,
      deprecated: false,
      tags: [],
      acceptors: [
        { state: "success", matcher: { success: true }, kinds: ["success"] },
        { state: "retry", matcher: {}, kinds: ["errorType"] },
      ],
    });
    expect(waitersOf(getBird({ "smithy.waiters#waitable": [] })).size).toBe(0);
  });
});

describe("Examples", () => {
  test("that do not fit are told, and not given", () => {
    const model = withTraits("GetBird", {
      "smithy.api#examples": [
        7,
        { title: "no id" },
        { title: "fine", input: { birdId: "a-1" } },
        { title: "odd", input: { birdId: "a-1" }, error: { shapeId: id("Bird") } },
        {
          title: "service's",
          input: { birdId: "a-1" },
          error: { shapeId: id("Throttled"), content: {} },
        },
      ],
    });
    const get = operation(model, "GetBird");
    expect(examplesOf(model, get).map(({ title }) => title)).toEqual(["fine", "service's"]);
    expect(mistakesInExamples(model, get)).toEqual([
      'found nothing, but example.birds#GetBirdInput requires it, at input.birdId in example "no id"',
      'found error example.birds#Bird, expected an error of the operation or its service, in example "odd"',
    ]);
  });
});

describe("HTTP", () => {
  test("is known as far as it is there", () => {
    expect(httpTraitOf(getBird({ "smithy.api#http": { method: 7, uri: "/a" } }))).toEqual({
      uri: "/a",
    });
    expect(httpTraitOf(getBird({ "smithy.api#http": true }))).toEqual({});
    expect(patternOfUri(getBird({ "smithy.api#http": {} }))).toBeUndefined();
  });

  test("binds members by their traits", () => {
    const model = birds();
    const bound = [...(structureAt(model, id("GetBirdInput"))?.members.values() ?? [])].map(
      (member) => {
        const binding = bindingOf(member);
        return [binding?.place, binding && boundNameOf(member, binding)];
      },
    );
    expect(bound).toEqual([
      ["label", undefined],
      ["query", "tag"],
      ["query", "since"],
      ["queryParams", undefined],
      ["header", "X-Trace"],
    ]);
  });

  test("has a host prefix with labels", () => {
    expect(hostPrefixOf(getBird({ "smithy.api#endpoint": { hostPrefix: "{a}.x-{b}." } }))).toEqual({
      text: "{a}.x-{b}.",
      parts: ["", { label: "a" }, ".x-", { label: "b" }, "."],
      labels: ["a", "b"],
      isWellFormed: true,
    });
    expect(hostPrefixOf(getBird({ "smithy.api#endpoint": {} }))).toBeUndefined();
  });
});

test("Checksums are flexible, required, or none.", () => {
  const CHECKSUM = "aws.protocols#httpChecksum";
  expect(flexibleChecksumOf(getBird({ [CHECKSUM]: { responseAlgorithms: ["A", 7] } }))).toEqual({
    requestChecksumRequired: false,
    responseAlgorithms: ["A"],
  });
  expect(sendsChecksum(getBird({ [CHECKSUM]: { requestChecksumRequired: true } }))).toBe(true);
  expect(sendsChecksum(getBird({ "smithy.api#httpChecksumRequired": {} }))).toBe(true);
  expect(sendsChecksum(getBird({}))).toBe(false);
});

test("Encodings are texts.", () => {
  const compression = { encodings: ["gzip", 7] };
  expect(requestEncodingsOf(getBird({ "smithy.api#requestCompression": compression }))).toEqual([
    "gzip",
  ]);
});

test("Bounds are numbers, also where they are written as text.", () => {
  expect(boundsOf({ min: "-1.5", max: 7, step: 1 })).toEqual({ min: -1.5, max: 7 });
  expect(boundsOf([])).toBeUndefined();
});

test("Enums have values, with names or without.", () => {
  const model = birds();
  const shape = (name: string) => model.shapes.get(id(name)) as Shape;
  expect(enumValuesOf(shape("Kind"))?.map(({ value }) => value)).toEqual(["SONGBIRD", "owl"]);
  expect(enumValuesOf(shape("BirdName"))).toBeUndefined();
  const listed = { ...shape("BirdName"), traits: { "smithy.api#enum": [{ value: "a" }, 7] } };
  expect(enumValuesOf(listed as Shape)).toEqual([{ value: "a", isInternal: false }]);
});

test("An operation ends with its own errors and the service's.", () => {
  const model = birds();
  expect(errorIdsOf(serviceOf(model), operation(model, "GetBird"))).toEqual([
    id("NoSuchBird"),
    id("Throttled"),
  ]);
});

test("A service has a name at AWS, and protocols.", () => {
  const model = withTraits("Birds", { "aws.api#service": { sdkId: "Birds" }, "alloy#proto": {} });
  expect(sdkIdOf(serviceOf(model))).toBe("Birds");
  expect(sdkIdOf(serviceOf(birds()))).toBeUndefined();
  expect(protocolsOf(serviceOf(model))).toEqual(["aws.protocols#restJson1", "alloy#proto"]);
});

test("Every kind of shape has members, or none.", () => {
  const model = birds();
  const names = (name: string) =>
    membersOf(model.shapes.get(id(name)) as Shape).map((member) => member.name);
  expect([names("Notes"), names("Tags"), names("Kind"), names("Birds")]).toEqual([
    ["key", "value"],
    ["member"],
    ["SONGBIRD", "OWL"],
    [],
  ]);
});
