import { expect, test } from "vitest";
import { birds, lines, type MutableJson } from "../../test-fixtures/models.js";
import type { Model } from "../model/model.js";
import { validateModel } from "./validate.js";

type Change = (shapes: MutableJson) => void;

/** Sets a value below the shapes; `path` is separated by spaces, since ids have dots. */
const put =
  (path: string, value: unknown): Change =>
  (shapes) => {
    const keys = path.split(" ");
    const last = keys.pop() ?? "";
    let node: MutableJson = shapes;
    for (const key of keys) node = node[key] ??= {};
    if (value === undefined) delete node[last];
    else node[last] = value as MutableJson;
  };

const trait = (id: string, name: string, value: unknown = {}): Change =>
  put(`${id} traits smithy.api#${name}`, value);
const memberTrait = (id: string, member: string, name: string, value: unknown = {}): Change =>
  put(`${id} members ${member} traits smithy.api#${name}`, value);
const dropTrait = (id: string, name: string): Change =>
  put(`${id} traits smithy.api#${name}`, undefined);
const dropMemberTrait = (id: string, of: string, name: string): Change =>
  put(`${id} members ${of} traits smithy.api#${name}`, undefined);
const member = (id: string, name: string, target: string): Change =>
  put(`${id} members ${name}`, {
    target: target.includes("#") ? target : `example.birds#${target}`,
    traits: {},
  });
const shape = (id: string, definition: object): Change => put(id, definition);
const all =
  (...changes: Change[]): Change =>
  (shapes) =>
    changes.forEach((change) => change(shapes));

const http = (id: string, uri: string, method = "GET"): Change =>
  trait(id, "http", { uri, method });
const example = (value: object): Change =>
  trait("GetBird", "examples", [{ title: "T", input: { birdId: "a-1" }, ...value }]);
const waiter = (value: object): Change =>
  put("GetBird traits smithy.waiters#waitable", {
    W: {
      acceptors: [{ state: "success", matcher: { success: true } }],
      ...value,
    },
  });
/** An acceptor of `GetBird`'s waiter that `ListBirds` confirms, if nothing else is said. */
const confirmed = (confirmedBy: object, waiterName = "BirdFledged"): Change =>
  put("GetBird traits wickr.codegen#confirmedAcceptors", {
    [waiterName]: [
      {
        state: "success",
        matcher: { errorType: "NoSuchBird" },
        confirmedBy: {
          operation: "example.birds#ListBirds",
          path: "contains(output.page.birds[].name, input.birdId)",
          comparator: "booleanEquals",
          expected: "false",
          ...confirmedBy,
        },
      },
    ],
  });
const requestTest = (value: object): Change =>
  put("GetBird traits smithy.test#httpRequestTests", [
    {
      id: "Test1",
      protocol: "aws.protocols#restJson1",
      method: "GET",
      uri: "/",
      params: { birdId: "a-1" },
      ...value,
    },
  ]);

/** Rules, and a test of them. */
const endpointTest = (params: object, expected: object): Change =>
  all(
    put("Birds traits smithy.rules#endpointRuleSet", {
      version: "1.0",
      parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "Where." },
        Mode: { type: "string", default: "even", required: true, documentation: "How." },
      },
      rules: [
        {
          conditions: [
            { fn: "isSet", argv: [{ ref: "Region" }] },
            { fn: "stringEquals", argv: [{ ref: "Mode" }, "even"] },
            { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "P" },
          ],
          rules: [
            {
              conditions: [],
              endpoint: {
                url: "https://birds.{Region}.{P#dnsSuffix}/v1",
                headers: { x: ["{Region}"] },
                properties: { authSchemes: [{ name: "sigv4", signingRegion: "{Region}" }] },
              },
              type: "endpoint",
            },
          ],
          type: "tree",
        },
        {
          conditions: [{ fn: "not", argv: [{ fn: "isSet", argv: [{ ref: "Region" }] }] }],
          error: "Where?",
          type: "error",
        },
      ],
    }),
    put("Birds traits smithy.rules#endpointTests", {
      version: "1.0",
      testCases: [{ documentation: "T", params, expect: expected }],
    }),
  );

const check = (change?: Change): string[] =>
  lines(validateModel(birds(change))).map((line) => line.replaceAll("example.birds#", ""));

test("A valid model has no problems.", () => {
  expect(check()).toEqual([]);
});

test("All problems are reported at once, errors first.", () => {
  const found = check(
    all(
      member("Bird", "egg", "Egg"),
      put("Bird members name traits smithy.api#sensitive", {}),
      http("GetNest", "/nests/{nestId}"),
    ),
  );
  expect(found).toHaveLength(3);
  expect(found.map((line) => line.split(" ")[0])).toEqual(["error", "error", "warning"]);
});

const cases: Record<string, [what: string, change: Change, expected: string][]> = {
  targets: [
    [
      "a member's",
      member("Bird", "egg", "Egg"),
      "error Bird$egg: found target Egg, which is not in the model",
    ],
    [
      "an operation",
      member("Bird", "egg", "GetBird"),
      "error Bird$egg: found target GetBird, an operation, expected a shape that holds data",
    ],
    [
      "an input that is a list",
      put("GetNest input target", "example.birds#Tags"),
      'error GetNest: found "input" entry Tags, a list, expected a structure',
    ],
    [
      "an error that is none",
      put("GetNest errors", [{ target: "example.birds#BirdPage" }]),
      'error GetNest: found "errors" entry BirdPage, a structure, expected a structure with the trait smithy.api#error',
    ],
    [
      "a map's key",
      put("Notes key target", "smithy.api#Integer"),
      "error Notes$key: found target smithy.api#Integer, an integer, expected a string or enum",
    ],
    [
      "a mixin",
      all(
        shape("Mix", { type: "structure", members: {}, traits: { "smithy.api#mixin": {} } }),
        member("Bird", "mix", "Mix"),
      ),
      "error Bird$mix: found target Mix, a mixin, expected a shape that is none",
    ],
    [
      "a resource's identifier",
      put("Nest identifiers nestId target", "smithy.api#Integer"),
      'error Nest: found "identifiers" entry smithy.api#Integer, an integer, expected a string or enum',
    ],
  ],
  names: [
    [
      "two structures of one name",
      all(
        shape("other#bird", { type: "structure", members: {} }),
        member("Bird", "other", "other#bird"),
      ),
      'error other#bird: found the same name as Bird in service Birds, expected another one, or a "rename" in the service',
    ],
    [
      "two strings of one name",
      all(shape("other#BirdName", { type: "string" }), member("Bird", "other", "other#BirdName")),
      'warning other#BirdName: found the same name as BirdName in service Birds, expected another one, or a "rename" in the service',
    ],
    [
      "a rename of nothing",
      put("Birds rename", { "other#Bird": "OtherBird" }),
      'error Birds: found "rename" entry other#Bird, which is not in the model',
    ],
    [
      "members that differ in case",
      member("Bird", "NAME", "BirdName"),
      "error Bird$NAME: found a name that differs from member name in nothing but case",
    ],
    [
      "JSON names",
      memberTrait("Bird", "nickname", "jsonName", "name"),
      'error Bird$nickname: found the JSON name "name", which member name has already',
    ],
  ],
  "http trait": [
    [
      "missing",
      dropTrait("CreateBird", "http"),
      "error CreateBird: found no trait smithy.api#http, expected one, as Birds speaks restJson1",
    ],
    [
      "method",
      http("GetNest", "/nests", "G E T"),
      'error GetNest: found HTTP method "G E T", expected one such as "GET"',
    ],
    [
      "code",
      trait("GetNest", "http", { method: "GET", uri: "/nests", code: 99 }),
      "error GetNest: found HTTP code 99, expected 100 to 999",
    ],
    [
      "URI",
      http("GetNest", "/nests//all"),
      'error GetNest: found URI "/nests//all", expected no empty segments',
    ],
    [
      "clashing routes",
      all(
        http("GetNest", "/birds/{nestId}?view=full"),
        dropMemberTrait("GetNestInput", "nestId", "httpQuery"),
        memberTrait("GetNestInput", "nestId", "httpLabel"),
        memberTrait("GetNestInput", "nestId", "pattern", "^[a-z]+-\\d+$"),
      ),
      "error GetNest: found GET /birds/{nestId}?view=full, which clashes with /birds/{birdId}?view=full of GetBird in Birds; expected another method or URI",
    ],
    [
      "routes that patterns tell apart",
      all(
        http("GetNest", "/birds/{nestId}?view=full"),
        dropMemberTrait("GetNestInput", "nestId", "httpQuery"),
        memberTrait("GetNestInput", "nestId", "httpLabel"),
      ),
      "warning GetNest: found GET /birds/{nestId}?view=full, which clashes with /birds/{birdId}?view=full of GetBird in Birds; expected another method or URI",
    ],
  ],
  labels: [
    [
      "without a member",
      http("GetNest", "/nests/{nest}"),
      "error GetNest: found URI label {nest}, expected a member of that name in GetNestInput",
    ],
    [
      "with a member that is bound elsewhere",
      http("GetNest", "/nests/{nestId}"),
      "error GetNest: found URI label {nestId}, expected member nestId of GetNestInput to have the trait smithy.api#httpLabel",
    ],
    [
      "that the URI misses",
      all(
        dropMemberTrait("GetNestInput", "nestId", "httpQuery"),
        memberTrait("GetNestInput", "nestId", "httpLabel"),
      ),
      "error GetNestInput$nestId: found the trait smithy.api#httpLabel, expected a label {nestId} in the URI /birds/nests of GetNest",
    ],
    [
      "optional",
      dropMemberTrait("GetBirdInput", "birdId", "required"),
      "error GetBirdInput$birdId: found an optional member in a URI label, expected it to be required",
    ],
    [
      "of a list",
      put("UploadSongInput members path target", "example.birds#BirdList"),
      "error UploadSongInput$path: found a list in a URI label, expected a string, number, boolean or timestamp",
    ],
    [
      "greedy, of a number",
      put("UploadSongInput members path target", "smithy.api#Integer"),
      "error UploadSongInput$path: found an integer in a greedy URI label, expected a string",
    ],
    [
      "in the host, without a member",
      trait("ListBirds", "endpoint", { hostPrefix: "{region}." }),
      "error ListBirds: found host label {region}, expected a member of that name in ListBirdsInput with the trait smithy.api#hostLabel",
    ],
    [
      "in the host, optional",
      dropMemberTrait("UploadSongInput", "region", "required"),
      "error UploadSongInput$region: found an optional member in a host label, expected it to be required",
    ],
    [
      "that the host misses",
      trait("UploadSong", "endpoint", { hostPrefix: "songs." }),
      "error UploadSongInput$region: found the trait smithy.api#hostLabel, expected a label {region} in the host prefix of UploadSong",
    ],
    [
      "in a host that is none",
      trait("UploadSong", "endpoint", { hostPrefix: "{region}/songs." }),
      'error UploadSong: found host prefix "{region}/songs.", expected letters, digits, "-", "." and {labels}',
    ],
  ],
  bindings: [
    [
      "two on one member",
      memberTrait("GetBirdInput", "trace", "httpQuery", "trace"),
      "error GetBirdInput$trace: found the bindings httpQuery and httpHeader, expected one",
    ],
    [
      "a query of a structure",
      put("GetNestInput members nestId target", "example.birds#BirdPage"),
      "error GetNestInput$nestId: found a structure with the trait smithy.api#httpQuery, expected a string, number, boolean or timestamp, or a list of them",
    ],
    [
      "a header of a map",
      put("GetBirdInput members trace target", "example.birds#Notes"),
      "error GetBirdInput$trace: found a map with the trait smithy.api#httpHeader, expected a string, number, boolean or timestamp, or a list of them",
    ],
    [
      "query parameters of a list",
      put("GetBirdInput members rest target", "example.birds#BirdList"),
      "error GetBirdInput$rest: found a list with the trait smithy.api#httpQueryParams, expected a map of strings or of lists of strings",
    ],
    [
      "prefix headers of lists",
      put("UploadSongInput members notes target", "example.birds#QueryMap"),
      "error UploadSongInput$notes: found a map with the trait smithy.api#httpPrefixHeaders, expected a map of strings",
    ],
    [
      "a payload of a number",
      all(
        put("UploadSongInput members song target", "smithy.api#Integer"),
        dropMemberTrait("UploadSongInput", "song", "default"),
      ),
      "error UploadSongInput$song: found an integer with the trait smithy.api#httpPayload, expected a string, blob, structure, union, document, list or map",
    ],
    [
      "a response code of a string",
      put("UploadSongOutput members status target", "smithy.api#String"),
      "error UploadSongOutput$status: found a string with the trait smithy.api#httpResponseCode, expected an integer",
    ],
    [
      "a second payload",
      all(
        member("UploadSongInput", "cover", "smithy.api#Blob"),
        memberTrait("UploadSongInput", "cover", "httpPayload"),
      ),
      "error UploadSongInput$cover: found a second member with the trait smithy.api#httpPayload, expected one",
    ],
    [
      "a member beside the payload",
      member("UploadSongInput", "title", "smithy.api#String"),
      "error UploadSongInput$title: found no binding beside the payload song of the request, expected one, as the payload is the whole body",
    ],
    [
      "a header twice",
      all(
        member("GetBirdInput", "other", "smithy.api#String"),
        memberTrait("GetBirdInput", "other", "httpHeader", "x-trace"),
      ),
      'error GetBirdInput$other: found httpHeader "x-trace", which member trace has already',
    ],
    [
      "a query twice",
      memberTrait("GetBirdInput", "since", "httpQuery", "tag"),
      'error GetBirdInput$since: found httpQuery "tag", which member tags has already',
    ],
    [
      "a query that the URI sets",
      memberTrait("GetBirdInput", "since", "httpQuery", "view"),
      'error GetBirdInput$since: found httpQuery "view", which the URI /birds/{birdId}?view=full of GetBird sets already',
    ],
    [
      "a header that has the prefix",
      all(
        member("UploadSongInput", "note", "smithy.api#String"),
        memberTrait("UploadSongInput", "note", "httpHeader", "x-note-a"),
      ),
      'error UploadSongInput$note: found the header "x-note-a", expected one without the prefix "X-Note-" of member notes',
    ],
    [
      "a reserved header",
      memberTrait("GetBirdInput", "trace", "httpHeader", "Authorization"),
      'error GetBirdInput$trace: found the header "Authorization", which HTTP itself uses, expected another one',
    ],
    [
      "a reserved header of a response",
      all(
        member("UploadSongOutput", "length", "smithy.api#Long"),
        memberTrait("UploadSongOutput", "length", "httpHeader", "Content-Length"),
      ),
      'warning UploadSongOutput$length: found the header "Content-Length", which HTTP itself uses, expected another one',
    ],
    [
      "a header that is none",
      memberTrait("GetBirdInput", "trace", "httpHeader", "X: y\r\n"),
      'error GetBirdInput$trace: found the header "X: y\\r\\n", expected a header\'s name',
    ],
  ],
  pagination: [
    [
      "a token that is missing",
      put("ListBirdsInput members nextToken", undefined),
      'error ListBirds: found inputToken "nextToken" in smithy.api#paginated, expected a member of ListBirdsInput',
    ],
    [
      "no token",
      trait("Birds", "paginated", { inputToken: "nextToken" }),
      "error ListBirds: found no outputToken in smithy.api#paginated, expected one here or on the service",
    ],
    [
      "a path to nowhere",
      trait("ListBirds", "paginated", { items: "page.owls" }),
      'error ListBirds: found items "page.owls" in smithy.api#paginated, expected a member of ListBirdsOutput',
    ],
    [
      "items that are none",
      trait("ListBirds", "paginated", { items: "page.nextToken" }),
      'error ListBirds: found items "page.nextToken" in smithy.api#paginated, a string (BirdPage$nextToken), expected a list or a map',
    ],
    [
      "a page size that is none",
      trait("ListBirds", "paginated", { pageSize: "rest" }),
      'error ListBirds: found pageSize "rest" in smithy.api#paginated, expected a member of ListBirdsInput',
    ],
    [
      "a required token",
      memberTrait("ListBirdsInput", "nextToken", "required"),
      'error ListBirds: found inputToken "nextToken" in smithy.api#paginated, which ListBirdsInput requires, expected an optional member, as the first page has no token',
    ],
  ],
  waiters: [
    [
      "no success",
      waiter({ acceptors: [{ state: "retry", matcher: { success: true } }] }),
      'error GetBird: found no acceptor with state "success", expected one in waiter "W"',
    ],
    [
      "delays",
      waiter({ minDelay: 30, maxDelay: 10 }),
      'error GetBird: found minDelay 30 and maxDelay 10, expected min to be at most max in waiter "W"',
    ],
    [
      "no delay",
      waiter({ minDelay: 0 }),
      'error GetBird: found minDelay 0, expected at least 1 in waiter "W"',
    ],
    [
      "two matchers",
      waiter({ acceptors: [{ state: "success", matcher: { success: true, errorType: "E" } }] }),
      'error GetBird: found 2 matchers in acceptor 0, expected one in waiter "W"',
    ],
    [
      "a path",
      waiter({
        acceptors: [
          {
            state: "success",
            matcher: { inputOutput: { path: "x", expected: "y", comparator: "stringEquals" } },
          },
        ],
      }),
      'error GetBird: found path "x": the pair of input and output has no member x (acceptor 0) in waiter "W"',
    ],
    [
      "a path's type",
      waiter({
        acceptors: [
          {
            state: "success",
            matcher: { output: { path: "kind", expected: "y", comparator: "anyStringEquals" } },
          },
        ],
      }),
      'error GetBird: found path "kind", which gives string, expected array-of-string for anyStringEquals (acceptor 0) in waiter "W"',
    ],
    [
      "a boolean that is none",
      waiter({
        acceptors: [
          {
            state: "success",
            matcher: {
              output: { path: "nickname == name", expected: "yes", comparator: "booleanEquals" },
            },
          },
        ],
      }),
      'error GetBird: found "yes", expected "true" or "false" for booleanEquals (acceptor 0) in waiter "W"',
    ],
    [
      "an unknown comparator",
      waiter({
        acceptors: [
          {
            state: "success",
            matcher: { output: { path: "kind", expected: "y", comparator: "equals" } },
          },
        ],
      }),
      'error GetBird: found "equals", expected "stringEquals", "booleanEquals", "allStringEquals" or "anyStringEquals" in smithy.waiters#waitable at .W.acceptors[0].matcher.output.comparator',
    ],
    [
      "an error of others",
      waiter({
        acceptors: [
          { state: "success", matcher: { success: true } },
          { state: "retry", matcher: { errorType: "Gone" } },
        ],
      }),
      'warning GetBird: found errorType "Gone", which is no error of the operation, in waiter "W"',
    ],
    [
      "a name of another operation's",
      put("ListBirds traits smithy.waiters#waitable", {
        BIRDFLEDGED: { acceptors: [{ state: "success", matcher: { success: true } }] },
      }),
      'error ListBirds: found waiter "BIRDFLEDGED", a name that GetBird has a waiter of already',
    ],
  ],
  "confirmed acceptors": [
    [
      "a waiter that is not there",
      confirmed({}, "Gone"),
      'error GetBird: found acceptors of waiter "Gone", expected a waiter of the operation: "BirdFledged"',
    ],
    [
      "an operation that is not there",
      confirmed({ operation: "example.birds#Nothing" }),
      'error GetBird: found Nothing, expected an operation of the service, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "a shape that is no operation",
      confirmed({ operation: "example.birds#Bird" }),
      'error GetBird: found Bird, expected an operation of the service, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "a member that the operation does not take",
      confirmed({ input: { colour: "birdId" } }),
      'error GetBird: found no member colour in ListBirdsInput, expected one, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "a member that the waiter does not take",
      confirmed({ input: { nextToken: "colour" } }),
      'error GetBird: found no member colour in GetBirdInput, expected one, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "members that do not fit",
      confirmed({ input: { maxResults: "birdId" } }),
      'error GetBird: found member birdId, a string, for maxResults, expected an integer, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "a required member that is not given",
      all(memberTrait("ListBirdsInput", "maxResults", "required"), confirmed({})),
      'error GetBird: found nothing for maxResults, which ListBirdsInput requires, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "an optional member for one that is required",
      all(
        memberTrait("ListBirdsInput", "nextToken", "required"),
        dropTrait("ListBirds", "paginated"),
        member("GetBirdInput", "note", "smithy.api#String"),
        put("GetBirdInput members note traits smithy.api#httpQuery", "note"),
        confirmed({ input: { nextToken: "note" } }),
      ),
      'error GetBird: found member note, which may be missing, for nextToken, which ListBirdsInput requires, in acceptor 2 of waiter "BirdFledged"',
    ],
    [
      "a path that does not fit",
      confirmed({ path: "output.nests" }),
      'error GetBird: found path "output.nests": structure ListBirdsOutput has no member nests (acceptor 2) in waiter "BirdFledged"',
    ],
    [
      "a path of another type",
      confirmed({ path: "input.birdId" }),
      'error GetBird: found path "input.birdId", which gives string, expected boolean for booleanEquals (acceptor 2) in waiter "BirdFledged"',
    ],
    [
      "an odd boolean",
      confirmed({ expected: "no" }),
      'error GetBird: found "no", expected "true" or "false" for booleanEquals (acceptor 2) in waiter "BirdFledged"',
    ],
    [
      "nothing that confirms",
      confirmed({ operation: undefined }),
      'error GetBird: found no "operation", expected one in wickr.codegen#confirmedAcceptors at .BirdFledged[0].confirmedBy',
    ],
    [
      "a place without meaning",
      put("Bird traits wickr.codegen#confirmedAcceptors", {}),
      "error Bird: found the trait wickr.codegen#confirmedAcceptors on a structure, expected it on an operation",
    ],
  ],
  examples: [
    [
      "a missing member",
      example({ input: {} }),
      'warning GetBird: found nothing, but GetBirdInput requires it, at input.birdId in example "T"; the example is left out',
    ],
    [
      "an unknown member",
      example({ output: { name: "A", feathers: 3 } }),
      'warning GetBird: found a member that Bird does not have, at output.feathers in example "T"; the example is left out',
    ],
    [
      "a type",
      example({ output: { name: "A", children: [{ name: 7 }] } }),
      'warning GetBird: found 7, expected a string, at output.children[0].name in example "T"; the example is left out',
    ],
    [
      "a length",
      example({ output: { name: "" } }),
      'warning GetBird: found 0 characters, expected 1 to 20, at output.name in example "T"; the example is left out',
    ],
    [
      "a pattern",
      example({ input: { birdId: "7" } }),
      'warning GetBird: found "7", expected a match of the pattern ^[a-z]+-\\d+$, at input.birdId in example "T"; the example is left out',
    ],
    [
      "an enum",
      example({ output: { name: "A", kind: "EAGLE" } }),
      'warning GetBird: found "EAGLE", expected a value of Kind, at output.kind in example "T"; the example is left out',
    ],
    [
      "a union of two",
      example({ output: { name: "A", color: { named: "red", unknown: {} } } }),
      'warning GetBird: found 2 members, expected one of union Color, at output.color in example "T"; the example is left out',
    ],
    [
      "an item twice",
      example({ input: { birdId: "a-1", tags: ["x", "x"] } }),
      'warning GetBird: found an item twice, expected unique items, at input.tags[1] in example "T"; the example is left out',
    ],
    [
      "null in a list",
      example({ output: { name: "A", children: [null] } }),
      'warning GetBird: found null, but BirdList is not sparse, at output.children[0] in example "T"; the example is left out',
    ],
    [
      "a member missing in a response",
      example({ output: {} }),
      'warning GetBird: found nothing, but Bird requires it, at output.name in example "T"; the example is left out',
    ],
    [
      "both output and error",
      example({ output: { name: "A" }, error: { shapeId: "example.birds#NoSuchBird" } }),
      'warning GetBird: found both "output" and "error", expected one of them, in example "T"; the example is left out',
    ],
    [
      "an error of others",
      example({ error: { shapeId: "example.birds#Bird" } }),
      'warning GetBird: found error Bird, expected an error of the operation or its service, in example "T"; the example is left out',
    ],
  ],
  "protocol tests": [
    [
      "an id twice",
      put("ListBirds traits smithy.test#httpRequestTests", [
        { id: "GetBirdByPath", protocol: "aws.protocols#restJson1", method: "GET", uri: "/birds" },
      ]),
      'error ListBirds: found test id "GetBirdByPath", which a test of GetBird has already',
    ],
    [
      "an id",
      requestTest({ id: "no id" }),
      'error GetBird: found test id "no id", expected letters, digits and _',
    ],
    [
      "parameters",
      requestTest({ params: { birdId: "a-1", since: true } }),
      'error GetBird: found true, expected a timestamp, at params.since in test "Test1"',
    ],
    [
      "a uri that is no path",
      requestTest({ uri: "birds" }),
      'error GetBird: found uri "birds", expected a path that begins with "/" in test "Test1"',
    ],
    [
      "a protocol",
      requestTest({ protocol: "example#p" }),
      'warning GetBird: found protocol "example#p", which no service speaks, in test "Test1"',
    ],
    [
      "a code",
      put("GetBird traits smithy.test#httpResponseTests 0 code", 42),
      'error GetBird: found code 42, expected 100 to 599 in test "GetBirdOutput"',
    ],
    [
      "test parameters",
      put("CreateBird traits smithy.test#httpMalformedRequestTests 0 testParameters other", ["1"]),
      'error CreateBird: found testParameters of the lengths 2, 1, expected lists of one length in test "CreateBirdWithBrokenBody"',
    ],
    [
      "a test's shape",
      put("GetBird traits smithy.test#httpResponseTests 0 code", undefined),
      'error GetBird: found no "code", expected one in smithy.test#httpResponseTests at [0]',
    ],
  ],
  values: [
    [
      "a default's type",
      memberTrait("ListBirdsInput", "maxResults", "default", "20"),
      'error ListBirdsInput$maxResults: found "20", expected an integer, for the default',
    ],
    [
      "a default out of range",
      memberTrait("ListBirdsInput", "maxResults", "default", 101),
      "error ListBirdsInput$maxResults: found 101, expected 1 to 100, for the default",
    ],
    [
      "a default of zero",
      memberTrait("ListBirdsInput", "maxResults", "default", 0),
      "warning ListBirdsInput$maxResults: found 0, expected 1 to 100, for the default",
    ],
    [
      "a default list with items",
      memberTrait("Bird", "children", "default", [{ name: "A" }]),
      "error Bird$children: found the default a list, expected an empty one, as it is of list BirdList",
    ],
    [
      "an enum value twice",
      put("Kind members OWL traits smithy.api#enumValue", "SONGBIRD"),
      'error Kind$OWL: found the enum value "SONGBIRD" a second time, expected another than that of SONGBIRD',
    ],
    [
      "an intEnum without a value",
      put("Loudness members LOW traits", {}),
      "error Loudness$LOW: found nothing as enum value, expected a 32-bit integer",
    ],
    [
      "a union without members",
      shape("Empty", { type: "union", members: {} }),
      "error Empty: found a union without members, expected at least one",
    ],
    [
      "bounds",
      trait("QueryMap", "length", { min: 2, max: 1 }),
      "error QueryMap: found length from 2 to 1, expected min to be at most max",
    ],
    [
      "a pattern of Java",
      trait("BirdName", "pattern", "(?x)a b"),
      'warning BirdName: found the pattern "(?x)a b", which JavaScript does not understand: the flag x has no equal in JavaScript; it is not checked',
    ],
    [
      "a pattern that is none",
      trait("BirdName", "pattern", "^(a"),
      'error BirdName: found the pattern "^(a", expected a regular expression: a group is not closed',
    ],
    [
      "a trait's type",
      trait("BirdName", "documentation", 7),
      "error BirdName: found 7, expected a string in smithy.api#documentation",
    ],
    [
      "an unknown part of a trait",
      trait("BirdName", "length", { min: 1, maximum: 2 }),
      'warning BirdName: found an unknown property "maximum" in smithy.api#length',
    ],
  ],
  places: [
    [
      "length of a number",
      trait("Weight", "length", { min: 1 }),
      "error Weight: found the trait smithy.api#length on a double, expected it on a list, a map, a blob, a string or an enum",
    ],
    [
      "pattern of a number",
      memberTrait("Bird", "weight", "pattern", "a"),
      "error Bird$weight: found the trait smithy.api#pattern on a double, expected it on a string or an enum",
    ],
    [
      "sparse structures",
      trait("BirdPage", "sparse"),
      "error BirdPage: found the trait smithy.api#sparse on a structure, expected it on a list or a map",
    ],
    [
      "a token in a number",
      put("CreateBirdInput members token target", "smithy.api#Integer"),
      "error CreateBirdInput$token: found the trait smithy.api#idempotencyToken on an integer, expected it on a string or an enum",
    ],
    [
      "required in a union",
      memberTrait("Color", "named", "required"),
      "error Color$named: found the trait smithy.api#required on a member of a union, expected it on a member of a structure",
    ],
    [
      "a status of no error",
      trait("BirdPage", "httpError", 400),
      "error BirdPage: found the trait smithy.api#httpError without smithy.api#error, expected both",
    ],
    [
      "a sensitive operation",
      trait("GetBird", "sensitive"),
      "error GetBird: found the trait smithy.api#sensitive on an operation, expected it on data",
    ],
  ],
  recursion: [
    [
      "a structure that requires itself",
      all(
        shape("Loop", {
          type: "structure",
          members: {
            next: { target: "example.birds#Loop", traits: { "smithy.api#required": {} } },
          },
        }),
      ),
      "error Loop: found members that are required and lead back to the structure (next), so that no value ends; expected one of them to be optional",
    ],
    [
      "a union of itself",
      shape("Loop", { type: "union", members: { next: { target: "example.birds#Loop" } } }),
      "error Loop: found a union whose every member (next) holds itself, expected one that does not",
    ],
    [
      "a list of itself",
      shape("Loop", { type: "list", member: { target: "example.birds#Loop" } }),
      "error Loop: found a list that holds nothing but itself, expected a structure or union in between",
    ],
  ],
  auth: [
    [
      "a scheme that the service lacks",
      trait("GetBird", "auth", ["smithy.api#httpBearerAuth"]),
      'error GetBird: found scheme "smithy.api#httpBearerAuth" in smithy.api#auth, expected a scheme that is a trait of Birds',
    ],
    [
      "an API key",
      trait("Birds", "httpApiKeyAuth", { name: "k", in: "cookie" }),
      'error Birds: found "cookie", expected "header" or "query" in smithy.api#httpApiKeyAuth at .in',
    ],
  ],
  "rule sets": [
    [
      "the outline",
      put("Birds traits smithy.rules#endpointRuleSet", { version: "1.0", parameters: {} }),
      'error Birds: found nothing for "rules" of smithy.rules#endpointRuleSet, expected a list',
    ],
  ],
  "inputs and outputs": [
    [
      "an input of two operations",
      all(
        trait("GetBirdInput", "input"),
        shape("GetAgain", {
          type: "operation",
          input: { target: "example.birds#GetBirdInput" },
          traits: { "smithy.api#http": { method: "GET", uri: "/again/{birdId}" } },
        }),
        put("Birds operations 9", { target: "example.birds#GetAgain" }),
        (shapes) => {
          const service = shapes["Birds"] ?? {};
          service["operations"] = Object.values(
            service["operations"] ?? {},
          ) as unknown as MutableJson;
        },
      ),
      "error GetBirdInput: found the trait smithy.api#input on the input of GetAgain and GetBird, expected it on that of one operation",
    ],
    [
      "an input as output",
      all(trait("Bird", "input"), dropTrait("GetBird", "examples"), (shapes) => {
        // Nothing else may point to it.
        for (const list of ["BirdList"]) {
          const { member: item } = shapes[list] ?? {};
          if (item) item["target"] = "smithy.api#String" as unknown as MutableJson;
        }
        for (const of of ["CreateBirdInput"]) delete shapes[of]?.["members"]?.["bird"];
      }),
      "error GetBird: found Bird with the trait smithy.api#input as output, expected a structure without it",
    ],
    [
      "an output that a member targets",
      all(trait("BirdPage", "output")),
      "error ListBirdsOutput$page: found target BirdPage with the trait smithy.api#output, expected it as output of an operation only",
    ],
  ],
  "places of traits": [
    [
      "readonly",
      trait("Bird", "readonly"),
      "error Bird: found the trait smithy.api#readonly on a structure, expected it on an operation",
    ],
    [
      "input",
      trait("Birds", "input"),
      "error Birds: found the trait smithy.api#input on a service, expected it on a structure",
    ],
    [
      "a scheme",
      trait("GetBird", "httpBearerAuth"),
      "error GetBird: found the trait smithy.api#httpBearerAuth on an operation, expected it on a service",
    ],
    [
      "a default",
      put("Color members named traits smithy.api#default", ""),
      "error Color$named: found the trait smithy.api#default on a member of a union, expected it on a member of a structure",
    ],
    [
      "a header of an event",
      memberTrait("Bird", "weight", "eventHeader"),
      "error Bird$weight: found the trait smithy.api#eventHeader on a double, expected it on a blob, a boolean, a byte, an intEnum, an integer, a long, a short, a string, an enum or a timestamp",
    ],
    [
      "rules",
      put("GetBird traits smithy.rules#endpointTests", { version: "1.0", testCases: [] }),
      "error GetBird: found the trait smithy.rules#endpointTests on an operation, expected it on a service",
    ],
  ],
  "traits that exclude each other": [
    [
      "readonly and idempotent",
      trait("GetBird", "idempotent"),
      "error GetBird: found the traits smithy.api#readonly and smithy.api#idempotent, expected one of them",
    ],
    [
      "input and error",
      trait("Throttled", "input"),
      "error Throttled: found the traits smithy.api#input and smithy.api#error, expected one of them",
    ],
    [
      "input and output",
      all(trait("ListBirdsOutput", "output"), trait("ListBirdsOutput", "input"), (shapes) => {
        delete shapes["ListBirds"]?.["output"];
        delete shapes["ListBirds"]?.["traits"]?.["smithy.api#paginated"];
        (shapes["Bird"]?.["members"] ?? {})["extra"] = {
          target: "example.birds#BirdPage",
        } as unknown as MutableJson;
        shapes["ListBirds"]!["output"] = { target: "smithy.api#Unit" } as unknown as MutableJson;
      }),
      "error ListBirdsOutput: found the traits smithy.api#input and smithy.api#output, expected one of them",
    ],
    [
      "unique and sparse",
      all(trait("Tags", "uniqueItems"), trait("Tags", "sparse")),
      "error Tags: found the traits smithy.api#uniqueItems and smithy.api#sparse, expected one of them",
    ],
    [
      "header and payload of an event",
      all(
        memberTrait("Bird", "nickname", "eventHeader"),
        memberTrait("Bird", "nickname", "eventPayload"),
      ),
      "error Bird$nickname: found the traits smithy.api#eventHeader and smithy.api#eventPayload, expected one of them",
    ],
  ],
  marks: [
    [
      "true",
      memberTrait("Bird", "name", "required", true),
      "error Bird$name: found true, expected an empty object in smithy.api#required",
    ],
  ],
  "endpoint tests": [
    [
      "another address",
      endpointTest({ Region: "us-east-1" }, { endpoint: { url: "https://birds.example" } }),
      'error Birds: found "https://birds.us-east-1.amazonaws.com/v1", expected "https://birds.example" in endpoint test "T"',
    ],
    [
      "an address where there is an error",
      endpointTest({}, { endpoint: { url: "https://birds.example" } }),
      'error Birds: found the error "Where?", expected "https://birds.example" in endpoint test "T"',
    ],
    [
      "an error where there is an address",
      endpointTest({ Region: "us-east-1" }, { error: "Where?" }),
      'error Birds: found "https://birds.us-east-1.amazonaws.com/v1", expected the error "Where?" in endpoint test "T"',
    ],
    [
      "another error",
      endpointTest({}, { error: "Who?" }),
      'error Birds: found the error "Where?", expected the error "Who?" in endpoint test "T"',
    ],
    [
      "another header",
      endpointTest(
        { Region: "us-east-1" },
        { endpoint: { url: "https://birds.us-east-1.amazonaws.com/v1", headers: { x: ["b"] } } },
      ),
      'error Birds: found ["us-east-1"] for header "x", expected ["b"] in endpoint test "T"',
    ],
    [
      "other schemes",
      endpointTest(
        { Region: "us-east-1" },
        {
          endpoint: {
            url: "https://birds.us-east-1.amazonaws.com/v1",
            properties: { authSchemes: [{ name: "sigv4a" }] },
          },
        },
      ),
      'error Birds: found [{"name":"sigv4","signingRegion":"us-east-1"}] for property "authSchemes", expected [{"name":"sigv4a"}] in endpoint test "T"',
    ],
    [
      "no rule",
      endpointTest({ Region: "us-east-1", Mode: "odd" }, { error: "Where?" }),
      'error Birds: found no rule for the parameters, expected the error "Where?" in endpoint test "T"',
    ],
    [
      "a partition that changes",
      endpointTest({ Region: "us-iso-east-1" }, { endpoint: { url: "https://birds.example" } }),
      'warning Birds: found "https://birds.us-iso-east-1.c2s.ic.gov/v1", expected "https://birds.example" in endpoint test "T"',
    ],
    [
      "no expectation",
      endpointTest({}, {}),
      'error Birds: found neither "endpoint" nor "error", expected one of them in endpoint test "T"',
    ],
  ],
  checksums: [
    [
      "a member",
      put("GetNest traits aws.protocols#httpChecksum", { requestAlgorithmMember: "algorithm" }),
      'error GetNest: found requestAlgorithmMember "algorithm" in aws.protocols#httpChecksum, expected a member of GetNestInput',
    ],
  ],
};

for (const [group, entries] of Object.entries(cases)) {
  test.each(entries)(`${group}: %s`, (_, change, expected) => {
    expect(check(change)).toEqual([expected]);
  });
}

test("An example may break constraints when it says so, but not types.", () => {
  const input = { birdId: "7" };
  expect(check(example({ input, allowConstraintErrors: true }))).toEqual([]);
  expect(check(example({ input: { birdId: 7 }, allowConstraintErrors: true }))).toHaveLength(1);
});

test("Endpoint tests that hold are fine.", () => {
  expect(check(endpointTest({}, { error: "Where?" }))).toEqual([]);
  const url = "https://birds.us-east-1.amazonaws.com/v1";
  expect(check(endpointTest({ Region: "us-east-1" }, { endpoint: { url } }))).toEqual([]);
});

const severities = (model: Model): string[] => validateModel(model).map(({ severity }) => severity);

test("What a model suppresses, on a shape or in its metadata, is a warning.", () => {
  const clash = http("GetNest", "/birds?x=y");
  const same = http("ListBirds", "/birds?x=y");
  expect(severities(birds(all(clash, same)))).toEqual(["error"]);
  expect(
    severities(birds(all(clash, same, trait("ListBirds", "suppress", ["HttpUriConflict"])))),
  ).toEqual(["warning"]);
  const metadata = new Map([["suppressions", [{ id: "HttpUriConflict", namespace: "*" }]]]);
  expect(severities({ ...birds(all(clash, same)), metadata })).toEqual(["warning"]);
});

test("A problem in an applied trait names the file of the `apply`.", () => {
  const model = birds(trait("GetBird", "examples", [{ title: "T", input: {} }]));
  const traitFiles = new Map([
    ["example.birds#GetBird", new Map([["smithy.api#examples", "examples.json"]])],
  ]);
  const [problem] = validateModel({ ...model, traitFiles });
  expect(problem?.file).toBe("examples.json");
});

test("With a service chosen, shapes that only others use are not looked at.", () => {
  const model = birds(
    all(
      shape("Cats", {
        type: "service",
        version: "",
        operations: [{ target: "example.birds#GetCat" }],
      }),
      shape("GetCat", {
        type: "operation",
        traits: { "smithy.api#http": { method: "GET", uri: "cats" } },
      }),
    ),
  );
  expect(validateModel(model)).toHaveLength(1);
  expect(validateModel(model, "example.birds#Cats")).toHaveLength(1);
  expect(validateModel(model, "example.birds#Birds")).toEqual([]);
});

test("Unknown traits may hold anything.", () => {
  expect(check(put("Bird traits other#trait", [null, { a: 1 }]))).toEqual([]);
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty"])(
  "A member named %s is a member as any other.",
  (name) => {
    const change: Change = (shapes) => {
      const bird = shapes["Bird"]?.["members"] ?? {};
      Object.defineProperty(bird, name, {
        value: { target: "smithy.api#Integer" },
        enumerable: true,
      });
    };
    expect(check(change)).toEqual([]);
    const wrong = JSON.parse(`{"name": "A", "${name}": "x"}`) as object;
    expect(check(all(change, example({ output: wrong })))).toEqual([
      `warning GetBird: found "x", expected an integer, at output.${name} in example "T"; the example is left out`,
    ]);
    expect(check(example({ output: wrong }))).toEqual([
      `warning GetBird: found a member that Bird does not have, at output.${name} in example "T"; the example is left out`,
    ]);
  },
);
