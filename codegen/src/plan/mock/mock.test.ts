import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { factsOf } from "../../facts/facts.js";
import { loadModel } from "../../load/load.js";
import type { ServiceShape } from "../../model/model.js";
import { formatFile } from "../../render/format.js";
import { loadTemplates } from "../../render/templates.js";
import { planMock } from "./index.js";

const folder = mkdtempSync(join(tmpdir(), "mock-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The mock package of a service with these shapes, by path. */
const generate = async (
  operations: readonly string[],
  shapes: object,
): Promise<Record<string, string>> => {
  const service = {
    type: "service",
    version: "1",
    operations: operations.map((name) => ({ target: `a.b#${name}` })),
    traits: { "aws.protocols#restJson1": {}, "smithy.api#documentation": "Ends */ early" },
  };
  const named = Object.entries(shapes).map(([name, shape]) => [
    name.includes("#") ? name : `a.b#${name}`,
    shape,
  ]);
  const file = join(folder, "model.json");
  writeFileSync(
    file,
    JSON.stringify({
      smithy: "2.0",
      shapes: { "a.b#Test": service, ...Object.fromEntries(named) },
    }),
  );
  const { model, problems } = loadModel([file]);
  expect(problems).toEqual([]);
  const facts = factsOf(model, model.shapes.get("a.b#Test") as ServiceShape, "@test");
  const render = loadTemplates();
  const files = planMock(facts).map(async ({ path, template, plan }) => [
    path.replace("mock/src/", ""),
    await formatFile(path, render(template, plan)),
  ]);
  return Object.fromEntries(await Promise.all(files)) as Record<string, string>;
};

const target = (name: string, traits: object = {}) => ({
  target: name.includes("#") ? name : `a.b#${name}`,
  traits: Object.fromEntries(
    Object.entries(traits).map(([key, value]) => [`smithy.api#${key}`, value as unknown]),
  ),
});
const STRING = "smithy.api#String";
const http = (method: string, uri: string, more: object = {}) => ({
  type: "operation",
  input: { target: "smithy.api#Unit" },
  output: { target: "smithy.api#Unit" },
  traits: { "smithy.api#http": { method, uri, code: 200 }, ...more },
});
const structure = (members: object, traits: object = {}) => ({
  type: "structure",
  members,
  traits,
});
const post = (input: string, more: object = {}) => ({
  ...http("POST", "/x"),
  input: { target: `a.b#${input}` },
  ...more,
});

describe("planMock", () => {
  it("writes members with their places, traits and defaults", async () => {
    const files = await generate(["Post"], {
      Post: {
        ...post("In"),
        traits: { "smithy.api#http": { method: "POST", uri: "/x/{id}", code: 200 } },
      },
      In: structure({
        id: target("Id", { required: {}, httpLabel: {} }),
        since: target("smithy.api#Timestamp", {
          httpQuery: "from",
          timestampFormat: "epoch-seconds",
        }),
        name: target(STRING, { jsonName: "n", length: { max: 3 }, sensitive: {} }),
        at: target("smithy.api#Timestamp", { default: 5, timestampFormat: "date-time" }),
        data: target("smithy.api#Blob", { default: "abc" }),
      }),
      Id: { type: "string", traits: { "smithy.api#pattern": '^`${"\\\\' } },
    });
    expect(files["schemas/In.ts"])
      .toBe(`import type { StructureSchema } from "@wickr-admin/runtime/mock";
import { IdShape } from "./Id.js";

export const InShape: StructureSchema = {
  type: "structure",
  members: [
    { name: "id", target: IdShape, required: true, in: "label" },
    {
      name: "since",
      target: "timestamp",
      in: "query",
      as: "from",
      timestampFormat: "epoch-seconds",
    },
    { name: "name", target: "string", jsonName: "n", length: { max: 3 }, sensitive: true },
    {
      name: "at",
      target: "timestamp",
      timestampFormat: "date-time",
      default: "1970-01-01T00:00:05Z",
    },
    { name: "data", target: "blob", default: "YWJj" },
  ],
};
`);
    expect(files["schemas/Id.ts"]).toContain("pattern: '^`$\\\\{\"\\\\\\\\'");
  });

  it("writes circles as functions, and nothing else", async () => {
    const files = await generate(["Post"], {
      Post: post("Tree"),
      Tree: structure({ kids: target("Trees"), self: target("Tree"), leaf: target("Leaf") }),
      Trees: { type: "list", member: target("Tree") },
      Leaf: structure({ name: target(STRING) }),
    });
    expect(files["schemas/Tree.ts"]).toContain('{ name: "kids", target: () => TreesShape }');
    expect(files["schemas/Tree.ts"]).toContain('{ name: "self", target: () => TreeShape }');
    expect(files["schemas/Tree.ts"]).toContain('{ name: "leaf", target: LeafShape }');
    expect(files["schemas/Trees.ts"]).toContain("member: { target: () => TreeShape }");
  });

  it("gives every shape a file and a constant of its own, whatever it is called", async () => {
    const files = await generate(["Post", "Operation", "constructor"], {
      Post: post("Error", { output: { target: "a.b#Out" } }),
      Operation: http("POST", "/operation"),
      constructor: http("POST", "/constructor"),
      Error: structure({ __proto__x: target("Enum"), list: target("list") }),
      Enum: {
        type: "enum",
        members: { A: target("smithy.api#Unit", { enumValue: "it's\u2028</script>" }) },
      },
      list: { type: "list", member: target(STRING) },
      Out: structure({ list: target("List") }),
      List: structure({ list: target("list") }),
    });
    const paths = Object.keys(files).map((path) => path.toLowerCase());
    expect(new Set(paths).size).toBe(paths.length);
    expect(files["schemas/Enum.ts"]).toContain("export const EnumShape: EnumSchema");
    expect(files["handlers/Operation.ts"]).toContain("export const operationHandler = (");
    expect(files["operations.ts"]).toContain("constructor: constructorOperation,");
  });

  it("tells streams of events, and where the members of events travel", async () => {
    const files = await generate(["Talk"], {
      Talk: post("In", { output: { target: "a.b#Out" } }),
      In: structure({ events: target("Events", { httpPayload: {} }) }),
      Out: structure({ events: target("Events", { httpPayload: {} }) }),
      Events: {
        type: "union",
        members: { word: target("Word"), ping: target("smithy.api#Unit"), bad: target("Bad") },
        traits: { "smithy.api#streaming": {} },
      },
      Word: structure({
        at: target("smithy.api#Timestamp", { eventHeader: {} }),
        text: target(STRING, { eventPayload: {} }),
      }),
      Bad: structure({ message: target(STRING) }, { "smithy.api#error": "client" }),
    });
    expect(files["schemas/In.ts"]).toContain(
      'members: [{ name: "events", target: EventsShape, in: "payload" }]',
    );
    expect(files["schemas/Events.ts"]).toContain(`{
  type: "union",
  streaming: true,
  members: [
    { name: "word", target: WordShape },
    { name: "ping", target: { type: "structure", members: [] } },
    { name: "bad", target: BadShape },
  ],
}`);
    expect(files["schemas/Word.ts"]).toContain(`  members: [
    { name: "at", target: "timestamp", in: "eventHeader" },
    { name: "text", target: "string", in: "eventPayload" },
  ]`);
  });

  it("lets a handler leave requests to more specific operations", async () => {
    const label = (name: string, uri: string) => ({
      ...http("GET", uri),
      input: { target: `a.b#${name}` },
    });
    const input = (...names: string[]) =>
      structure(
        Object.fromEntries(
          names.map((name) => [name, target(STRING, { required: {}, httpLabel: {} })]),
        ),
      );
    const files = await generate(["Get", "Count", "Any", "Put", "Deep", "Query"], {
      Get: label("GetIn", "/users/{id}"),
      GetIn: input("id"),
      Count: http("GET", "/users/count"),
      Put: http("PUT", "/users/count"),
      Any: label("AnyIn", "/users/{rest+}"),
      AnyIn: input("rest"),
      Deep: label("DeepIn", "/{kind}/count"),
      DeepIn: input("kind"),
      Query: http("GET", "/users/count?all"),
    });
    const yields = (name: string) =>
      /yieldsTo: (\[[^\]]*\])/.exec(files[`operations/${name}.ts`] ?? "")?.[1];
    expect(yields("Get")).toBe('["/users/count", "/users/count?all"]');
    expect(yields("Count")).toBe('["/users/count?all"]');
    expect(yields("Any")).toBe('["/users/count", "/users/count?all", "/users/{id}"]');
    expect(yields("Deep")).toBe(
      '["/users/count", "/users/count?all", "/users/{id}", "/users/{rest+}"]',
    );
    expect(yields("Put")).toBeUndefined();
  });

  it("tells from the model how broken constraints are reported", async () => {
    const error = (status: number, item: string[]) => ({
      Bad: structure(
        { reasons: target("Items") },
        { "smithy.api#error": "client", "smithy.api#httpError": status },
      ),
      Items: { type: "list", member: target("Item") },
      Item: structure(Object.fromEntries(item.map((name) => [name, target(STRING)]))),
    });
    const reportOf = async (shapes: object) => {
      const files = await generate(["Post"], {
        Post: { ...http("POST", "/x"), errors: [{ target: "a.b#Bad" }] },
        ...shapes,
      });
      return /validation: (\{[^}]*\})/
        .exec(files["operations/Post.ts"] ?? "")?.[1]
        ?.replaceAll(/\s+/g, " ");
    };
    expect(await reportOf(error(422, ["field", "reason"]))).toBe(
      '{ error: "Bad", list: "reasons", path: "field", message: "reason", style: "dotted" }',
    );
    expect(await reportOf(error(409, ["field", "reason"]))).toBeUndefined();
    expect(await reportOf(error(422, ["name", "value"]))).toBeUndefined();
  });

  it("answers with the first example that succeeds and fits", async () => {
    const examples = [
      { title: "fails", input: {}, error: { shapeId: "a.b#Bad", content: {} } },
      { title: "gives what nobody knows", input: {}, output: { at: 2, map: {} } },
      { title: "works", input: {}, output: { at: 1 } },
      { title: "works too", input: {}, output: {} },
    ];
    const shapes = {
      Post: {
        ...http("POST", "/x", { "smithy.api#examples": examples }),
        output: { target: "a.b#Out" },
        errors: [{ target: "a.b#Bad" }],
      },
      Out: structure({ at: target("smithy.api#Timestamp") }),
      Bad: structure({}, { "smithy.api#error": "server" }),
    };
    const files = await generate(["Post"], shapes);
    expect(files["operations/Post.ts"]).toContain("example: () => ({ at: new Date(1000) })");
    expect(files["schemas/Bad.ts"]).toContain("status: 500");
  });

  it("writes the same bytes each time, and only what an operation needs into its module", async () => {
    const shapes = { A: post("InA"), InA: structure({}), B: http("POST", "/y") };
    const [one, two] = [await generate(["A", "B"], shapes), await generate(["B", "A"], shapes)];
    expect(one).toEqual(two);
    expect(one["operations/B.ts"]).not.toContain("InA");
  });
});
