import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BIRDS, lines, load } from "../../test-fixtures/models.js";
import type { Json, Model } from "../model/model.js";
import { structureOf } from "../model/model.js";
import { loadAsts, loadModel } from "./load.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wickr-codegen-load-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const ast = (shapes: object, metadata: object = {}) =>
  ({ smithy: "2.0", metadata, shapes }) as Json;
const string = (traits: object = {}) => ({ type: "string", traits });
const save = (path: string, content: unknown): string => {
  const file = join(folder, path);
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const own = (model: Model): string[] =>
  [...model.shapes.values()].filter((shape) => shape.file !== "prelude").map((shape) => shape.id);
const traitsOf = (model: Model, id: string) => ({ ...model.shapes.get(id)?.traits });

test("A model is read from a file.", () => {
  const { model, problems } = loadModel([BIRDS]);
  expect(problems).toEqual([]);
  expect(own(model)).toContain("example.birds#GetBird");
});

test("Folders are searched for .json files; a file counts once.", () => {
  const file = save("a/one.json", ast({ "a#One": string() }));
  save("a/b/two.json", ast({ "a#Two": string() }));
  save("a/readme.md", "# none");
  save("a/node_modules/three.json", "{");
  symlinkSync(join(folder, "a"), join(folder, "a/b/loop"));
  const { model, problems } = loadModel([folder, file]);
  expect(problems).toEqual([]);
  expect(own(model)).toEqual(["a#One", "a#Two"]);
});

test("Every file that cannot be read is reported.", () => {
  const broken = save("broken.json", '{\n  "smithy": 2.0,,\n}');
  mkdirSync(join(folder, "empty"));
  const { problems } = loadModel([broken, join(folder, "none.json"), join(folder, "empty")]);
  expect(problems.map(({ file, message }) => [file.slice(folder.length), message])).toEqual([
    [
      "/broken.json",
      'no JSON at line 2, column 17: found ",", expected a property name in "quotes"',
    ],
    ["/empty", "found no .json file in this folder, expected a model"],
    ["/none.json", "cannot be read: no such file or folder"],
  ]);
});

test("The prelude is there.", () => {
  const { model } = load({});
  expect(model.shapes.get("smithy.api#Timestamp")?.type).toBe("timestamp");
  expect(traitsOf(model, "smithy.api#PrimitiveBoolean")).toEqual({ "smithy.api#default": false });
  expect(structureOf(model, "smithy.api#Unit").members.size).toBe(0);
});

test.each([
  [{ smithy: "3.0" }, 'error : found "3.0" for "smithy", expected the version "2.0" or "1.0"'],
  [[], "error : found a list, expected a Smithy JSON AST: an object"],
  [{ smithy: "2.0", shapes: [] }, 'error : found a list for "shapes", expected an object'],
  [
    { smithy: "2.0", shape: {} },
    'warning : found property "shape", which a Smithy AST does not have',
  ],
  [
    ast({ "a#../../b": string() }),
    'error : found shape id "a#../../b", expected one such as "example#Name"',
  ],
  [ast({ Name: string() }), 'error : found shape id "Name", expected one such as "example#Name"'],
  [ast({ "a#A": null }), 'error a#A: found null, expected an object with a "type"'],
  [
    ast({ "a#A": { type: "text" } }),
    'error a#A: found type "text", expected a Smithy shape type such as "structure"',
  ],
  [
    ast({ "a#A": { type: "string", member: {} } }),
    'warning a#A: found property "member", which a string does not have',
  ],
  [ast({ "a#A": { type: "list" } }), 'error a#A: found no "member", which a list needs'],
  [
    ast({ "a#A": { type: "structure", members: { b: { target: "String" } } } }),
    'error a#A$b: found target "String" for the member, expected a shape id such as "example#Name"',
  ],
  [
    ast({ "a#A": { type: "structure", members: { "b c": { target: "a#B" } } } }),
    'error a#A: found member "b c", expected letters, digits and _',
  ],
  [
    ast({ "a#A": string({ required: {} }) }),
    'error a#A: found trait "required", expected an absolute id such as "smithy.api#required"',
  ],
  [
    ast({ "a#A": { type: "operation", errors: { target: "a#B" } } }),
    'error a#A: found an object for "errors", expected a list of targets',
  ],
  [
    ast({ "a#A": { type: "service", version: 2 } }),
    'error a#A: found 2 for "version", expected a string',
  ],
  [
    ast({ "a#A": { type: "service", rename: { "b#B": "B/C" } } }),
    'error a#A: found "B/C" in "rename", expected a name of letters, digits and _',
  ],
  [
    ast({ "a#A$b": { type: "apply", traits: {} } }),
    'error a#A$b: found an "apply" to a shape that is not in the model',
  ],
])("Malformed: %j", (value, expected) => {
  const { problems } = loadAsts([{ file: "m.json", ast: value as Json }]);
  expect(lines(problems)).toEqual([expected]);
});

test("The same shape twice is fine when both are equal.", () => {
  const one = { file: "1.json", ast: ast({ "a#A": string({ "a#t": 1 }) }) };
  expect(loadAsts([one, { ...one, file: "2.json" }]).problems).toEqual([]);
  const { problems } = loadAsts([one, { file: "2.json", ast: ast({ "a#A": string() }) }]);
  expect(problems).toEqual([
    {
      file: "2.json",
      shape: "a#A",
      severity: "error",
      message:
        "found a definition that differs from the one in 1.json, expected one definition of a shape",
    },
  ]);
});

test("Metadata: lists are joined, equal values are one, others conflict.", () => {
  const { model, problems } = loadAsts([
    { file: "1.json", ast: ast({}, { list: [1], same: "x", other: 1 }) },
    { file: "2.json", ast: ast({}, { list: [2], same: "x", other: 2 }) },
  ]);
  expect([...(model.metadata ?? [])]).toEqual([
    ["list", [1, 2]],
    ["same", "x"],
    ["other", 1],
  ]);
  expect(problems.map(({ file }) => file)).toEqual(["2.json"]);
});

test("`apply` adds traits to shapes and members, and tells the file.", () => {
  const { model, problems } = loadAsts([
    {
      file: "1.json",
      ast: ast({
        "a#S": { type: "structure", members: { m: { target: "a#A" } }, traits: { "a#list": [1] } },
        "a#A": string(),
      }),
    },
    {
      file: "2.json",
      ast: ast({
        "a#S": { type: "apply", traits: { "a#list": [2], "a#new": {} } },
        "a#S$m": { type: "apply", traits: { "a#m": true } },
      }),
    },
  ]);
  expect(problems).toEqual([]);
  expect(traitsOf(model, "a#S")).toEqual({ "a#list": [1, 2], "a#new": {} });
  expect({ ...structureOf(model, "a#S").members.get("m")?.traits }).toEqual({ "a#m": true });
  expect(model.traitFiles?.get("a#S$m")?.get("a#m")).toBe("2.json");
});

test("Two different values for one trait conflict.", () => {
  const { problems } = loadAsts([
    { file: "1.json", ast: ast({ "a#A": string({ "a#t": 1 }) }) },
    { file: "2.json", ast: ast({ "a#A": { type: "apply", traits: { "a#t": 2 } } }) },
  ]);
  expect(lines(problems)).toEqual([
    "error a#A: found a#t applied with 2, which conflicts with the value it has already",
  ]);
});

const MIXIN = { "smithy.api#mixin": {} };
const structure = (members: object, more: object = {}) => ({ type: "structure", members, ...more });
const to = (target: string, traits: object = {}) => ({ target, traits });

test("Members and traits of mixins come first, in the order of the mixins; own traits win.", () => {
  const { model, problems } = load({
    "a#Base": structure({ id: to("a#A", { "a#t": "base" }) }, { traits: MIXIN }),
    "a#One": structure(
      { one: to("a#A") },
      {
        mixins: [to("a#Base")],
        traits: {
          "smithy.api#mixin": { localTraits: ["a#local"] },
          "a#local": {},
          "a#doc": "one",
          "a#kept": {},
        },
      },
    ),
    "a#Two": structure({ two: to("a#A"), one: to("a#A", { "a#t": "two" }) }, { traits: MIXIN }),
    "a#S": structure(
      { own: to("a#A"), id: to("a#A", { "a#t": "own" }) },
      { mixins: [to("a#One"), to("a#Two")], traits: { "a#doc": "own" } },
    ),
    "a#S$two": { type: "apply", traits: { "a#t": "applied" } },
    "a#A": string(),
  });
  expect(problems).toEqual([]);
  const shape = structureOf(model, "a#S");
  expect([...shape.members.values()].map((m) => [m.id, { ...m.traits }])).toEqual([
    ["a#S$id", { "a#t": "own" }],
    ["a#S$one", { "a#t": "two" }],
    ["a#S$two", { "a#t": "applied" }],
    ["a#S$own", {}],
  ]);
  expect({ ...shape.traits }).toEqual({ "a#doc": "own", "a#kept": {} });
  expect({ ...structureOf(model, "a#Two").members.get("two")?.traits }).toEqual({});
});

test("Mixins work for every kind of shape.", () => {
  const { model, problems } = load({
    "a#StringMixin": string({ ...MIXIN, "smithy.api#pattern": "x" }),
    "a#Text": { ...string(), mixins: [to("a#StringMixin")] },
    "a#ListMixin": { type: "list", member: to("a#Text"), traits: MIXIN },
    "a#List": { type: "list", mixins: [to("a#ListMixin")] },
    "a#MapMixin": { type: "map", key: to("a#Text"), value: to("a#Text"), traits: MIXIN },
    "a#Map": { type: "map", mixins: [to("a#MapMixin")] },
    "a#OpMixin": { type: "operation", errors: [to("a#E1")], traits: MIXIN },
    "a#Op": { type: "operation", mixins: [to("a#OpMixin")], errors: [to("a#E2")] },
    "a#ServiceMixin": { type: "service", version: "1", operations: [to("a#Op")], traits: MIXIN },
    "a#Service": { type: "service", mixins: [to("a#ServiceMixin")], rename: { "a#E1": "E" } },
  });
  expect(problems).toEqual([]);
  expect(traitsOf(model, "a#Text")).toEqual({ "smithy.api#pattern": "x" });
  expect(model.shapes.get("a#List")).toMatchObject({ member: { id: "a#List$member" } });
  expect(model.shapes.get("a#Map")).toMatchObject({ value: { target: "a#Text" } });
  expect(model.shapes.get("a#Op")).toMatchObject({ errors: ["a#E1", "a#E2"] });
  expect(model.shapes.get("a#Service")).toMatchObject({ version: "1", operations: ["a#Op"] });
});

test.each([
  [
    { "a#S": structure({}, { mixins: [to("a#M")] }) },
    "error a#S: found mixin a#M, which is not in the model",
  ],
  [
    { "a#S": structure({}, { mixins: [to("a#M")] }), "a#M": structure({}) },
    "error a#S: found mixin a#M, which lacks the trait smithy.api#mixin",
  ],
  [
    { "a#S": structure({}, { mixins: [to("a#M")] }), "a#M": string(MIXIN) },
    "error a#S: found mixin a#M, which is a string, expected a structure",
  ],
  [
    {
      "a#S": structure({}, { mixins: [to("a#T")], traits: MIXIN }),
      "a#T": structure({}, { mixins: [to("a#S")], traits: MIXIN }),
    },
    "error a#S: found mixins that lead back to the shape: a#S → a#T → a#S",
  ],
  [
    {
      "a#S": structure({ m: to("a#B") }, { mixins: [to("a#M")] }),
      "a#M": structure({ m: to("a#A") }, { traits: MIXIN }),
    },
    "error a#S: found member m of a#S with target a#B, expected a#A as in a mixin",
  ],
  [
    { "a#S": structure({}), "a#S$m": { type: "apply", traits: {} } },
    'error a#S$m: found an "apply" to a member that the shape does not have',
  ],
])("Mixins: %j", (shapes, expected) => {
  expect(lines(load(shapes).problems)).toEqual([expected]);
});

test("A set is a list of unique items.", () => {
  const { model } = load({ "a#Set": { type: "set", member: to("smithy.api#String") } });
  expect(model.shapes.get("a#Set")?.type).toBe("list");
  expect(traitsOf(model, "a#Set")).toEqual({ "smithy.api#uniqueItems": {} });
});

test("Enum members have their name as value, unless they say another.", () => {
  const { model } = load({
    "a#E": {
      type: "enum",
      members: {
        A: to("smithy.api#Unit"),
        B: to("smithy.api#Unit", { "smithy.api#enumValue": "b" }),
      },
    },
  });
  expect(enumValues(model, "a#E")).toEqual({ A: "A", B: "b" });
});

const enumValues = (model: Model, id: string): object => {
  const shape = model.shapes.get(id);
  if (shape?.type !== "enum") throw new Error(`${id} is no enum.`);
  return Object.fromEntries(
    [...shape.members.values()].map((member) => [
      member.name,
      member.traits["smithy.api#enumValue"],
    ]),
  );
};

test("A string with named values is an enum; without names it stays a string.", () => {
  const { model } = load({
    "a#Named": string({
      "smithy.api#enum": [{ name: "T2_NANO", value: "t2.nano", documentation: "small" }],
    }),
    "a#Plain": string({ "smithy.api#enum": [{ value: "x" }] }),
  });
  expect(enumValues(model, "a#Named")).toEqual({ T2_NANO: "t2.nano" });
  expect(traitsOf(model, "a#Named")).toEqual({});
  expect(model.shapes.get("a#Plain")?.type).toBe("string");
});

test("Version 1.0: members of primitive types have a default, boxed and required ones have none.", () => {
  const { model, problems } = load(
    {
      "a#S": structure({
        primitive: to("smithy.api#PrimitiveInteger"),
        own: to("a#Flag"),
        boxed: to("a#Flag", { "smithy.api#box": {} }),
        required: to("a#Flag", { "smithy.api#required": {} }),
        whole: to("smithy.api#Integer"),
      }),
      "a#Flag": { type: "boolean" },
    },
    "1.0",
  );
  expect(problems).toEqual([]);
  const defaults = [...structureOf(model, "a#S").members.values()].map((member) => [
    member.name,
    member.traits["smithy.api#default"],
  ]);
  expect(Object.fromEntries(defaults)).toEqual({ primitive: 0, own: false });
  expect(traitsOf(model, "a#Flag")).toEqual({});
});

test("Names that mean something to JavaScript are names as any other.", () => {
  const text = `{
    "smithy": "2.0",
    "metadata": {"__proto__": [1]},
    "shapes": {
      "a#__proto__": {"type": "structure", "members": {
        "__proto__": {"target": "a#constructor", "traits": {"a#__proto__": {"__proto__": 1}}},
        "constructor": {"target": "a#constructor"}
      }},
      "a#constructor": {"type": "string"}
    }
  }`;
  const { model, problems } = loadAsts([{ file: "m.json", ast: JSON.parse(text) as Json }]);
  expect(problems).toEqual([]);
  const { members } = structureOf(model, "a#__proto__");
  expect([...members.keys()]).toEqual(["__proto__", "constructor"]);
  expect(Object.keys(members.get("__proto__")?.traits ?? {})).toEqual(["a#__proto__"]);
  expect(model.metadata?.get("__proto__")).toEqual([1]);
  expect(({} as Record<string, unknown>)["target"]).toBeUndefined();
});

test("The order of the files makes no difference.", () => {
  const files = [
    ast({ "a#S": structure({ m: to("a#A") }, { mixins: [to("a#M")] }), "a#A": string() }),
    ast({ "a#M": structure({ x: to("a#A") }, { traits: MIXIN }) }, { list: [1] }),
    ast({ "a#S": { type: "apply", traits: { "a#list": [1] } } }, { list: [2] }),
    ast({
      "a#S": { type: "apply", traits: { "a#list": [2] } },
      "a#S$x": { type: "apply", traits: { "a#t": 1 } },
    }),
    ast({ "a#S$x": { type: "apply", traits: { "a#t": 2 } }, "a#A": string({ "a#other": 1 }) }),
  ].map((value, index) => ({ file: `${index}.json`, ast: value }));
  const expected = loadAsts(files);
  expect(expected.problems).toHaveLength(2);
  fc.assert(
    fc.property(fc.shuffledSubarray(files, { minLength: files.length }), (shuffled) => {
      expect(loadAsts(shuffled)).toEqual(expected);
    }),
  );
});

test("Whatever JSON comes, it is a model or a report, never an exception.", () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom("a#A", "a#A$m", "structure", "apply", "2.0"),
  );
  const key = fc.constantFrom("a#A", "a#A$m", "type", "members", "member", "traits", "mixins", "x");
  const node = fc.dictionary(key, fc.dictionary(key, fc.dictionary(key, value)));
  fc.assert(
    fc.property(node, value, (shapes, odd) => {
      const { model } = loadAsts([
        { file: "m.json", ast: { smithy: "2.0", shapes: { ...shapes, "a#B": odd } } as Json },
      ]);
      expect(model.shapes.size).toBeGreaterThan(0);
    }),
  );
});
