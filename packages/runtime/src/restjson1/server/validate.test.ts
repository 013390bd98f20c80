import { describe, expect, it } from "vitest";
import type { FieldSchema, Schema } from "./schema.js";
import { structure } from "./testing.js";
import { validate } from "./validate.js";

const check = (value: unknown, field: Omit<FieldSchema, "name">) =>
  validate(structure({ name: "value", ...field }), { value }).map(({ message }) => message);

const broken = (prefix: string, rule: string, path = "/value") => [
  `Value${prefix} at '${path}' failed to satisfy constraint: Member must ${rule}`,
];

describe("validate", () => {
  it("finds what is missing", () => {
    const schema = structure(
      { name: "a", target: "string", required: true },
      { name: "b", target: "string" },
    );
    expect(validate(schema, {})).toEqual([
      {
        path: "/a",
        reason: "Member must not be null",
        message: "Value at '/a' failed to satisfy constraint: Member must not be null",
      },
    ]);
    expect(
      validate(structure({ name: "a", target: "string", required: true, default: "" }), {}),
    ).toEqual([]);
  });

  it("measures text in characters, blobs in bytes, lists and maps in items", () => {
    const length = { min: 2, max: 3 };
    const rule = "have length between 2 and 3, inclusive";
    expect(check("👍", { target: "string", length })).toEqual(broken(" with length 1", rule));
    expect(check("👍👍👍", { target: "string", length })).toEqual([]);
    expect(check(new Uint8Array(4), { target: "blob", length })).toEqual(
      broken(" with length 4", rule),
    );
    const list: Schema = { type: "list", member: { target: "string" }, length };
    expect(check(["a"], { target: list })).toEqual(broken(" with length 1", rule));
    const map: Schema = {
      type: "map",
      key: { target: "string" },
      value: { target: "string" },
      length,
    };
    expect(check({ a: "" }, { target: map })).toEqual(broken(" with length 1", rule));
    expect(check("a", { target: "string", length: { min: 2 } })).toEqual(
      broken(" with length 1", "have length greater than or equal to 2"),
    );
    expect(check("abc", { target: "string", length: { max: 2 } })).toEqual(
      broken(" with length 3", "have length less than or equal to 2"),
    );
    expect(check(new Uint8Array(4), { target: { type: "blob", streaming: true }, length })).toEqual(
      [],
    );
  });

  it("says nothing of what is sensitive", () => {
    expect(check("a", { target: "string", length: { min: 2 }, sensitive: true })).toEqual(
      broken("", "have length greater than or equal to 2"),
    );
  });

  it("compares numbers of all kinds", () => {
    const rule = "be between 2.2 and 8.8, inclusive";
    const range = { min: 2.2, max: 8.8 };
    expect(check(2.1, { target: "float", range })).toEqual(broken("", rule));
    expect(check(9n, { target: "bigInteger", range })).toEqual(broken("", rule));
    expect(check({ type: "bigDecimal", string: "8.9" }, { target: "bigDecimal", range })).toEqual(
      broken("", rule),
    );
    expect(check(Number.NaN, { target: "float", range })).toEqual(broken("", rule));
    expect(check(1, { target: "integer", range: { min: 2 } })).toEqual(
      broken("", "be greater than or equal to 2"),
    );
    expect(check(3, { target: "integer", range: { max: 2 } })).toEqual(
      broken("", "be less than or equal to 2"),
    );
  });

  it("matches patterns anywhere, and takes those of the member before those of the shape", () => {
    const target: Schema = { type: "string", pattern: "^[a-m]+$" };
    expect(check("xyz", { target })).toEqual(
      broken("", "satisfy regular expression pattern: ^[a-m]+$"),
    );
    expect(check("xyz", { target, pattern: "y" })).toEqual([]);
    expect(check("anything", { target: "string", pattern: "(?>java)" })).toEqual([]);
  });

  it("does not hang on patterns that backtrack without end", () => {
    const before = performance.now();
    expect(check(`${"0".repeat(80)}!`, { target: "string", pattern: "^([0-9]+)+$" })).toHaveLength(
      1,
    );
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it("knows the values of enums, and keeps internal ones to itself", () => {
    const target: Schema = { type: "enum", values: ["abc", "def"], internal: ["ghi"] };
    expect(check("ghi", { target })).toEqual([]);
    expect(check("ABC", { target })).toEqual(broken("", "satisfy enum value set: [abc, def]"));
    expect(check(4, { target: { type: "intEnum", values: [1, 2] } })).toEqual(
      broken("", "satisfy enum value set: [1, 2]"),
    );
  });

  it.each([
    [
      ["a", "b"],
      ["a", "a"],
    ],
    [
      [true, false],
      [true, true],
    ],
    [
      [new Uint8Array([1]), new Uint8Array([2])],
      [new Uint8Array([1]), new Uint8Array([1])],
    ],
    [
      [new Date(0), new Date(1)],
      [new Date(0), new Date(0)],
    ],
    [
      [
        ["a", "b"],
        ["b", "a"],
      ],
      [["a"], ["a"]],
    ],
    [
      [{ a: 1 }, { a: 2 }],
      [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    ],
    [
      ["1", "2"],
      ["1", "1"],
    ],
  ])("finds items that are not unique", (unique, repeated) => {
    const target: Schema = { type: "list", member: { target: "document" }, uniqueItems: true };
    expect(check(unique, { target })).toEqual([]);
    expect(check(repeated, { target })).toEqual(broken("", "have unique values"));
  });

  it("looks into lists, maps, unions and circles", () => {
    const word: Schema = { type: "enum", values: ["abc"] };
    const union: Schema = {
      type: "union",
      members: [
        { name: "word", target: word },
        { name: "union", target: () => union },
        { name: "list", target: { type: "list", member: { target: () => union }, sparse: true } },
        {
          name: "map",
          target: { type: "map", key: { target: word }, value: { target: () => union } },
        },
      ],
    };
    const paths = (value: unknown) =>
      validate(structure({ name: "u", target: union }), { u: value }).map(({ path }) => path);
    expect(paths({ union: { union: { word: "XYZ" } } })).toEqual(["/u/union/union/word"]);
    expect(paths({ list: [null, { word: "abc" }, { word: "x" }] })).toEqual(["/u/list/2/word"]);
    expect(paths({ map: { "a/b~": { word: "x" } } })).toEqual(["/u/map", "/u/map/a~1b~0/word"]);
  });

  it("reports everything at once, in the order of the model", () => {
    const schema = structure(
      { name: "a", target: "integer", range: { min: 1 } },
      { name: "b", target: "string", length: { min: 1 }, pattern: "x" },
    );
    expect(validate(schema, { b: "", a: 0 }).map(({ path }) => path)).toEqual(["/a", "/b", "/b"]);
  });
});
