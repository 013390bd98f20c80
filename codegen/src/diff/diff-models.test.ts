import { describe, expect, test } from "vitest";
import { birds, type MutableJson } from "../../test-fixtures/models.js";
import { diffModels } from "./diff-models.js";

const SERVICE = "example.birds#Birds";

// oxlint-disable-next-line typescript/no-explicit-any -- the tests reach deep into JSON
type Shapes = any;

/** A change as one line: `B/p Kind Shape$member: message`, with the severities for client and mock. */
const diff = (
  change: (shapes: Shapes) => void,
  base: (shapes: Shapes) => void = () => undefined,
): string[] =>
  diffModels(
    birds(base as (shapes: MutableJson) => void),
    birds((shapes: Shapes) => {
      base(shapes);
      change(shapes);
    }),
    SERVICE,
  ).map(({ client, mock, kind, shape, message }) => {
    const letter = { breaking: "B", additive: "a", patch: "p" };
    return `${letter[client]}/${letter[mock]} ${kind} ${shape.split("#")[1]}: ${message}`;
  });

const STRING = { target: "smithy.api#String" };
const api = (traits: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value]));

test("A model does not differ from itself, wherever its shapes stand.", () => {
  expect(diff(() => undefined)).toEqual([]);
});

type Case = readonly [
  name: string,
  change: (shapes: Shapes) => void,
  expected: readonly string[],
  base?: (shapes: Shapes) => void,
];

const check = (cases: readonly Case[]): void => {
  for (const [name, change, expected, base] of cases)
    test(`${name}`, () => expect(diff(change, base)).toEqual(expected));
};

const addOperation = (shapes: Shapes): void => {
  shapes.Birds.operations.push({ target: "example.birds#CountBirds" });
  shapes.CountBirds = {
    type: "operation",
    input: { target: "smithy.api#Unit" },
    output: { target: "example.birds#CountBirdsOutput" },
    traits: api({ http: { method: "GET", uri: "/count" }, readonly: {} }),
  };
  shapes.CountBirdsOutput = {
    type: "structure",
    members: { by: { target: "example.birds#Place" } },
  };
  shapes.Place = { type: "structure", members: {} };
};

describe("operations", () => {
  check([
    [
      "added, with the shapes it brings",
      addOperation,
      [
        "a/a AddedOperation CountBirds: operation added (`GET /count`)",
        "a/a AddedShape Place: structure added to the service",
      ],
    ],
    [
      "removed",
      (s) => s.Birds.operations.pop(),
      [
        "B/B RemovedShape Loudness: intEnum removed from the service",
        "B/B RemovedOperation UploadSong: operation removed (`PUT /songs/{path+}`)",
      ],
    ],
    [
      "with an error more and another less",
      (s) => (s.GetBird.errors = [{ target: "example.birds#Throttled" }]),
      [
        "a/B RemovedOperationError GetBird: error `NoSuchBird` removed",
        "B/B RemovedShape NoSuchBird: structure removed from the service",
        "a/a AddedOperationError GetBird: error `Throttled` added",
      ],
    ],
    [
      "with a service error less",
      (s) => (s.Birds.errors = []),
      [
        "a/B RemovedServiceError Birds: error `Throttled` removed",
        "B/B RemovedShape Throttled: structure removed from the service",
      ],
    ],
    [
      "with another input",
      (s) => {
        s.Other = s.GetNestInput;
        s.GetNest.input = { target: "example.birds#Other" };
      },
      [
        "B/B ChangedOperationInput GetNest: input changed from `GetNestInput` to `Other`",
        "B/B RemovedShape GetNestInput: structure removed from the service",
        "a/a AddedShape Other: structure added to the service",
      ],
    ],
    [
      "with an output where there was none",
      (s) => {
        s.Out = { type: "structure", members: {} };
        s.GetNest.output = { target: "example.birds#Out" };
      },
      [
        "a/a AddedOperationOutput GetNest: output `Out` added",
        "a/a AddedShape Out: structure added to the service",
      ],
    ],
    [
      "without the input that was",
      (s) => delete s.ListBirds.input,
      [
        "B/B RemovedOperationInput ListBirds: input `ListBirdsInput` removed",
        "B/B RemovedShape ListBirdsInput: structure removed from the service",
      ],
    ],
    [
      "at another route, with another status",
      (s) =>
        Object.assign(s.GetBird.traits["smithy.api#http"], {
          method: "POST",
          uri: "/b/{birdId}",
          code: 201,
        }),
      [
        "p/B ChangedHttpCode GetBird: status code changed from `200` to `201`",
        "B/B ChangedHttpMethod GetBird: method changed from `GET` to `POST`",
        "B/B ChangedHttpUri GetBird: URI changed from `/birds/{birdId}?view=full` to `/b/{birdId}`",
      ],
    ],
    [
      "at another host",
      (s) => (s.UploadSong.traits["smithy.api#endpoint"].hostPrefix = "{region}.music."),
      [
        'B/B ChangedEndpointTrait UploadSong: endpoint changed from `{"hostPrefix":"{region}.songs."}` to `{"hostPrefix":"{region}.music."}`',
      ],
    ],
    [
      "with authentication where none was needed",
      (s) => delete s.UploadSong.traits["smithy.api#auth"],
      [
        "B/B RemovedAuthScheme UploadSong: authentication `noAuth` removed",
        "a/a AddedAuthScheme UploadSong: authentication `sigv4` added",
      ],
    ],
    [
      "paginated otherwise",
      (s) => (s.ListBirds.traits["smithy.api#paginated"] = { items: "page.all" }),
      [
        "B/p ChangedPaginatedTrait ListBirds: pagination: items changed from `page.birds` to `page.all`",
        "B/p ChangedPaginatedTrait ListBirds: pagination: pageSize changed from `maxResults` to nothing",
      ],
    ],
    [
      "no longer paginated",
      (s) => delete s.ListBirds.traits["smithy.api#paginated"],
      ["B/p RemovedPaginator ListBirds: paginator removed"],
    ],
    [
      "paginated with a page size",
      (s) => (s.ListBirds.traits["smithy.api#paginated"].pageSize = "maxResults"),
      ["a/p ChangedPaginatedTrait ListBirds: page size added: `maxResults`"],
      (s) => delete s.ListBirds.traits["smithy.api#paginated"].pageSize,
    ],
  ]);
});

describe("waiters", () => {
  const waiter = (s: Shapes): Shapes => s.GetBird.traits["smithy.waiters#waitable"].BirdFledged;
  check([
    [
      "removed and added",
      (s) => {
        const waitable = s.GetBird.traits["smithy.waiters#waitable"];
        waitable.BirdGone = waitable.BirdFledged;
        delete waitable.BirdFledged;
      },
      [
        "B/p RemovedWaiter GetBird: waiter `BirdFledged` removed",
        "a/p AddedWaiter GetBird: waiter `BirdGone` added",
      ],
    ],
    [
      "with an acceptor more",
      (s) => waiter(s).acceptors.push({ state: "failure", matcher: { success: true } }),
      ["a/p ChangedWaiter GetBird: waiter `BirdFledged` ends on more conditions"],
    ],
    [
      "with another order of acceptors",
      (s) => waiter(s).acceptors.reverse(),
      ["B/p ChangedWaiter GetBird: waiter `BirdFledged` ends on other conditions"],
    ],
    [
      "with another delay",
      (s) => (waiter(s).minDelay = 7),
      ["p/p ChangedWaiter GetBird: waiter `BirdFledged` has other delays or documentation"],
    ],
  ]);
});

describe("members", () => {
  check([
    [
      "optional one added to an input",
      (s) => (s.GetBirdInput.members.more = STRING),
      ["a/a AddedMember GetBirdInput$more: optional member added (`String`)"],
    ],
    [
      "required one added to an input",
      (s) => (s.CreateBirdInput.members.more = { ...STRING, traits: api({ required: {} }) }),
      ["B/B AddedRequiredMember CreateBirdInput$more: required member added (`String`)"],
    ],
    [
      "required ones added that the user need not give",
      (s) => {
        s.CreateBirdInput.members.a = {
          ...STRING,
          traits: api({ required: {}, clientOptional: {} }),
        };
      },
      ["a/a AddedMember CreateBirdInput$a: optional member added (`String`)"],
    ],
    [
      "removed",
      (s) => delete s.Bird.members.extra,
      ["B/B RemovedMember Bird$extra: member removed (`Document`)"],
    ],
    [
      "made required",
      (s) => (s.Bird.members.nickname.traits = api({ required: {} })),
      ["B/B ChangedNullability Bird$nickname: optional member made required"],
    ],
    [
      "made optional in an output",
      (s) => delete s.Bird.members.name.traits,
      ["B/B ChangedNullability Bird$name: required member made optional"],
    ],
    [
      "made optional in an input",
      (s) => delete s.CreateBirdInput.members.bird.traits,
      ["a/a ChangedNullability CreateBirdInput$bird: required member made optional"],
    ],
    [
      "left to the client",
      (s) => (s.Bird.members.name.traits["smithy.api#clientOptional"] = {}),
      ["B/B ChangedNullability Bird$name: required member made optional"],
    ],
    [
      "made required for the service alone",
      (s) => (s.Bird.members.nickname.traits["smithy.api#required"] = {}),
      ["p/B AddedRequiredTrait Bird$nickname: the service now requires it"],
      (s) => (s.Bird.members.nickname.traits = api({ clientOptional: {} })),
    ],
    [
      "reordered",
      (s) => (s.Bird.members = Object.fromEntries(Object.entries(s.Bird.members).toReversed())),
      ["p/p ChangedMemberOrder Bird: members reordered: `extra` stands where `name` was"],
    ],
    [
      "no longer filled in by the client",
      (s) => delete s.CreateBirdInput.members.token.traits["smithy.api#idempotencyToken"],
      [
        "B/B ChangedNullability CreateBirdInput$token: optional member made required",
        "B/B RemovedIdempotencyTokenTrait CreateBirdInput$token: the client no longer fills it in",
      ],
    ],
    [
      "of a union added and removed",
      (s) => {
        s.Color.members.rgb = STRING;
        delete s.Color.members.named;
      },
      [
        "B/B RemovedUnionMember Color$named: union member removed (`String`)",
        "a/a AddedUnionMember Color$rgb: union member added (`String`)",
      ],
    ],
  ]);
});

describe("bindings", () => {
  check([
    [
      "moved from the query to a header",
      (s) => (s.GetBirdInput.members.since.traits = api({ httpHeader: "X-Since" })),
      [
        "B/B ChangedHttpBinding GetBirdInput$since: moved from query parameter `since` to header `X-Since`",
      ],
    ],
    [
      "renamed in query, header and JSON",
      (s) => {
        s.GetBirdInput.members.tags.traits["smithy.api#httpQuery"] = "tags";
        s.GetBirdInput.members.trace.traits["smithy.api#httpHeader"] = "X-T";
        s.Bird.members.extra.traits = api({ jsonName: "Extra" });
      },
      [
        "B/B ChangedJsonName Bird$extra: renamed from JSON property `extra` to JSON property `Extra`",
        "B/B ChangedHttpQuery GetBirdInput$tags: renamed from query parameter `tag` to query parameter `tags`",
        "B/B ChangedHttpHeader GetBirdInput$trace: renamed from header `X-Trace` to header `X-T`",
      ],
    ],
    [
      "moved from the body to the status code",
      (s) => delete s.UploadSongOutput.members.status.traits,
      [
        "B/B ChangedHttpBinding UploadSongOutput$status: moved from the status code to JSON property `status`",
      ],
    ],
  ]);
});

describe("targets and types", () => {
  check([
    [
      "compatible: the constraints decide",
      (s) => (s.Bird.members.name.target = "smithy.api#String"),
      [
        "p/a LengthLoosened Bird$name: maximum length of `20` removed",
        "p/a LengthLoosened Bird$name: minimum length of `1` removed",
        "p/p ChangedMemberTarget Bird$name: target changed from `BirdName` (string) to `String` (string), which is compatible",
      ],
    ],
    [
      "compatible, with the constraint on the member now",
      (s) =>
        Object.assign(s.Bird.members.name, {
          target: "smithy.api#String",
          traits: api({ required: {}, length: { min: 1, max: 20 } }),
        }),
      [
        "p/p ChangedMemberTarget Bird$name: target changed from `BirdName` (string) to `String` (string), which is compatible",
      ],
    ],
    [
      "of another type",
      (s) => (s.Bird.members.name.target = "example.birds#Weight"),
      [
        "B/B ChangedMemberTarget Bird$name: target changed from `BirdName` (string) to `Weight` (double)",
      ],
    ],
    [
      "another structure",
      (s) => {
        s.Other = { type: "structure", members: {} };
        s.CreateBirdInput.members.bird.target = "example.birds#Other";
      },
      [
        "B/B ChangedMemberTarget CreateBirdInput$bird: target changed from `Bird` (structure) to `Other` (structure)",
        "a/a AddedShape Other: structure added to the service",
      ],
    ],
    [
      "another list, whose items differ",
      (s) => {
        s.Labels = { type: "list", member: { target: "example.birds#Weight" } };
        s.GetBirdInput.members.tags.target = "example.birds#Labels";
      },
      [
        "B/B ChangedMemberTarget Labels$member: target changed from `String` (string) to `Weight` (double)",
        "p/a UniqueItemsLoosened GetBirdInput$tags: items need no longer be unique",
        "p/p ChangedMemberTarget GetBirdInput$tags: target changed from `Tags` (list) to `Labels` (list), which is compatible",
      ],
    ],
    [
      "a shape of another type under the same name",
      (s) => (s.BirdName = { type: "integer" }),
      ["B/B ChangedShapeType BirdName: type changed from `string` to `integer`"],
    ],
    [
      "moved to another namespace",
      (s) => {
        s["example.other#Kind"] = s.Kind;
        delete s.Kind;
        s.Bird.members.kind.target = "example.other#Kind";
      },
      ["p/p MovedShape Kind: moved from `example.birds` to `example.other`"],
    ],
    [
      "renamed by the service",
      (s) => (s.Birds.rename = { "example.birds#Kind": "BirdKind" }),
      ["B/B ServiceRename Kind: its name changed from `Kind` to `BirdKind`"],
    ],
  ]);
});

describe("enums", () => {
  check([
    [
      "value removed",
      (s) => delete s.Kind.members.OWL,
      ["B/B RemovedEnumValue Kind$OWL: enum value `owl` removed"],
    ],
    [
      "value added",
      (s) => (s.Kind.members.GULL = { target: "smithy.api#Unit" }),
      ["a/a AddedEnumValue Kind$GULL: enum value `GULL` added"],
    ],
    [
      "value renamed",
      (s) => {
        s.Kind.members.NIGHT_OWL = s.Kind.members.OWL;
        delete s.Kind.members.OWL;
      },
      [
        "B/p RenamedEnumValue Kind$NIGHT_OWL: name of enum value `owl` changed from `OWL` to `NIGHT_OWL`",
      ],
    ],
    [
      "value changed",
      (s) => (s.Loudness.members.HIGH.traits["smithy.api#enumValue"] = 3),
      ["B/B ChangedEnumValue Loudness$HIGH: enum value changed from `2` to `3`"],
    ],
    [
      "names swapped",
      (s) => {
        s.Loudness.members.LOW.traits["smithy.api#enumValue"] = 2;
        s.Loudness.members.HIGH.traits["smithy.api#enumValue"] = 1;
      },
      [
        "B/p RenamedEnumValue Loudness$HIGH: name of enum value `1` changed from `LOW` to `HIGH`",
        "B/p RenamedEnumValue Loudness$LOW: name of enum value `2` changed from `HIGH` to `LOW`",
        "p/p ChangedEnumOrder Loudness: enum values reordered: `LOW` stands elsewhere",
      ],
    ],
    [
      "reordered",
      (s) => (s.Kind.members = { OWL: s.Kind.members.OWL, SONGBIRD: s.Kind.members.SONGBIRD }),
      ["p/p ChangedEnumOrder Kind: enum values reordered: `SONGBIRD` stands elsewhere"],
    ],
  ]);
});

describe("constraints", () => {
  check([
    [
      "tightened",
      (s) => {
        s.BirdName.traits["smithy.api#length"] = { min: 2, max: 20 };
        s.PageSize.traits["smithy.api#range"].max = 50;
        s.BirdId.traits["smithy.api#pattern"] = "^x$";
        s.BirdList.traits = api({ uniqueItems: {} });
        s.Weight.traits = api({ range: { max: 5 } });
      },
      [
        "p/B PatternTightened BirdId: pattern changed from `^[a-z]+-\\d+$` to `^x$`",
        "p/B UniqueItemsTightened BirdList: items must be unique now",
        "p/B LengthTightened BirdName: minimum length changed from `1` to `2`",
        "p/B RangeTightened PageSize: maximum value changed from `100` to `50`",
        "p/B RangeTightened Weight: maximum value set to `5`",
      ],
    ],
    [
      "loosened",
      (s) => {
        s.BirdName.traits["smithy.api#length"] = { max: 30 };
        delete s.PageSize.traits["smithy.api#range"].max;
        delete s.BirdId.traits["smithy.api#pattern"];
      },
      [
        "p/a PatternLoosened BirdId: pattern of `^[a-z]+-\\d+$` removed",
        "p/a LengthLoosened BirdName: maximum length changed from `20` to `30`",
        "p/a LengthLoosened BirdName: minimum length of `1` removed",
        "p/a RangeLoosened PageSize: maximum value of `100` removed",
      ],
    ],
    ...["^[\\S\\s]*$", "[\\s\\S]*", "^[\\w\\W]*", "(?s)^.*$", ".*", ""].map((everything): Case => [
      `loosened to a pattern that lets everything through: ${everything}`,
      (s) => (s.BirdId.traits["smithy.api#pattern"] = everything),
      ["p/a PatternLoosened BirdId: pattern of `^[a-z]+-\\d+$` removed"],
    ]),
    [
      "tightened to a pattern that keeps line breaks out",
      (s) => (s.BirdId.traits["smithy.api#pattern"] = "^.*$"),
      ["p/B PatternTightened BirdId: pattern changed from `^[a-z]+-\\d+$` to `^.*$`"],
    ],
    [
      "neither, where a pattern lets everything through",
      (s) => (s.BirdName.traits["smithy.api#pattern"] = "^[\\S\\s]*$"),
      [],
    ],
    [
      "default added, announced or not, changed and removed",
      (s) => {
        s.ListBirdsInput.members.maxResults.traits["smithy.api#default"] = 30;
        s.Bird.members.nickname.traits = api({ default: "?" });
        s.Bird.members.weight.traits = api({ default: 0, addedDefault: {} });
        delete s.UploadSongInput.members.song.traits["smithy.api#default"];
      },
      [
        "B/B ChangedDefault Bird$nickname: default `?` added without `addedDefault`",
        "B/B ChangedDefault ListBirdsInput$maxResults: default changed from `20` to `30`",
        'B/B ChangedDefault UploadSongInput$song: default `""` removed',
        "a/a ChangedDefault Bird$weight: default `0` added",
      ],
    ],
  ]);
});

describe("other traits", () => {
  check([
    [
      "on the wire",
      (s) => {
        s.Bird.members.seenAt.traits = api({ timestampFormat: "date-time" });
        s.BirdList.traits = api({ sparse: {} });
        s.NoSuchBird.traits["smithy.api#httpError"] = 410;
        s.NoSuchBird.traits["smithy.api#error"] = "server";
        s.BirdName.traits["smithy.api#mediaType"] = "text/plain";
      },
      [
        "B/B AddedTimestampFormatTrait Bird$seenAt: timestampFormat added (`date-time`)",
        "B/B AddedSparseTrait BirdList: may hold null now",
        "B/B ChangedErrorTrait NoSuchBird: error changed from `client` to `server`",
        "B/B ChangedHttpErrorTrait NoSuchBird: httpError changed from `404` to `410`",
        "p/p AddedMediaTypeTrait BirdName: mediaType added (`text/plain`)",
      ],
    ],
    [
      "for retries and logs",
      (s) => {
        delete s.Throttled.traits["smithy.api#retryable"];
        s.BirdName.traits["smithy.api#sensitive"] = {};
        s.CreateBird.traits["smithy.api#idempotent"] = {};
      },
      [
        "a/a AddedIdempotentTrait CreateBird: may be repeated without harm now",
        "p/p AddedSensitiveTrait BirdName: is kept out of logs now",
        'p/p RemovedRetryableTrait Throttled: is no longer retried (`{"throttling":true}`)',
      ],
    ],
    [
      "deprecation",
      (s) => (s.Bird.members.nickname.traits = api({ deprecated: { message: "Use name." } })),
      ["a/p AddedDeprecation Bird$nickname: deprecated"],
    ],
    [
      "documentation, examples and tests only",
      (s) => {
        s.Bird.traits = api({ documentation: "A bird." });
        s.GetBird.traits["smithy.api#examples"].pop();
        delete s.GetBird.traits["smithy.test#httpRequestTests"];
      },
      [
        "p/p ChangedDocumentation Bird: documentation added",
        "p/p ChangedExamples GetBird: examples changed",
        "p/p ChangedTests GetBird: tests removed",
      ],
    ],
    [
      "of a model's own",
      (s) => (s.Bird.traits = { "example.birds#wild": { very: true } }),
      ['p/p AddedTrait Bird: `example.birds#wild` added: `{"very":true}`'],
    ],
  ]);
});

describe("the service", () => {
  check([
    [
      "its version, name, protocol and authentication",
      (s) => {
        s.Birds.version = "2025";
        s.Birds.traits["aws.api#service"] = { sdkId: "Feathers" };
        s.Birds.traits["aws.auth#sigv4"].name = "feathers";
        s.Birds.traits["smithy.api#httpBearerAuth"] = {};
      },
      [
        'B/B ChangedAuthScheme Birds: `sigv4` changed from `{"name":"birds"}` to `{"name":"feathers"}`',
        "B/B ChangedServiceName Birds: the client's name changed from `BirdsClient` to `FeathersClient`",
        "a/a AddedAuthScheme Birds: authentication `httpBearerAuth` added",
        'p/p AddedTrait Birds: `aws.api#service` added: `{"sdkId":"Feathers"}`',
        "p/p ChangedServiceVersion Birds: version changed from `2024-05-01` to `2025`",
      ],
    ],
    [
      "its endpoints",
      (s) => {
        s.Birds.traits["smithy.rules#endpointRuleSet"] = {
          version: "1.0",
          parameters: {},
          rules: [],
        };
        s.Birds.traits["smithy.rules#clientContextParams"] = { Forest: { type: "string" } };
      },
      [
        "a/a AddedClientSetting Birds: client setting `Forest` added",
        "p/p ChangedEndpointRules Birds: endpoint rules changed",
      ],
    ],
  ]);
});

test("Shapes that the service does not reach are not compared.", () => {
  expect(diff((s) => (s.Lonely = { type: "structure", members: {} }))).toEqual([]);
});

test("A service may have moved as a whole.", () => {
  const moved = birds((shapes) => {
    const text = JSON.stringify(shapes).replaceAll("example.birds#", "example.feathers#");
    const all = JSON.parse(text) as MutableJson;
    for (const name of Object.keys(shapes)) {
      delete shapes[name];
      shapes[`example.feathers#${name}`] = all[name] as MutableJson;
    }
  });
  const changes = diffModels(birds(), moved, "example.feathers#Birds", SERVICE);
  expect(new Set(changes.map(({ kind }) => kind))).toEqual(
    new Set(["MovedShape", "ChangedExamples"]),
  );
});
