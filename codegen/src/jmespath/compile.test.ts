import { describe, expect, test } from "vitest";
import * as runtime from "@wickr-admin/runtime/jmespath";
import { evaluate, printed } from "../../test-fixtures/printed.js";
import { BOTH, OUTPUT, id, model } from "./fixtures.js";
import { compileJmespath, compileMatch } from "./match.js";
import type { Comparator } from "../facts/waiters.js";

/** Expressions, and the text that a person would write for them. */
const TEXTS: Readonly<Record<string, string>> = {
  name: "output.name",
  "owner.name": "output.owner?.name",
  "owner.parent.parent.id": "output.owner?.parent?.parent?.id",
  "keeper.id": "output.keeper.id",
  "tags[0]": "output.tags?.[0]",
  "tags[-1]": "output.tags?.at(-1)",
  "labels[1:]": "output.labels.slice(1)",
  "count == `2`": "output.count === 2",
  "count > `2`": 'compare(output.count, ">", 2)',
  "total > `2`": "output.total > 2",
  "owner == `null`": "output.owner == null",
  "devices[]": "output.devices",
  "devices[].id": "output.devices?.map((device) => device.id)",
  "devices[*].name": "output.devices?.flatMap((device) => device.name ?? [])",
  "devices[?on].id":
    "output.devices?.filter((device) => device.on === true).map((device) => device.id)",
  "devices[?name == 'a']": 'output.devices?.filter((device) => device.name === "a")',
  "groups[].devices[].id":
    "output.groups?.flatMap((group) => group.devices ?? []).map((item) => item.id)",
  "attributes.a": "output.attributes?.a",
  "attributes.constructor": 'entry(output.attributes, "constructor")',
  "name || title": "output.name || output.title",
  "count || total": "or(output.count, () => output.total)",
  "document.a": 'field(output.document, "a")',
  "createdAt > `5`": 'compare(plain(output.createdAt), ">", 5)',
  "length(labels)": "output.labels.length",
  "sort_by(required, &id)": "sortBy(output.required, (required) => required.id)",
};

test.each(Object.entries(TEXTS))("%s becomes %s", (expression, text) => {
  const compiled = compileJmespath(model, OUTPUT, expression);
  expect(compiled.problems).toEqual([]);
  expect(printed(compiled.expression)).toBe(text);
});

/** Matchers, and the tests that a person would write for them. */
const MATCHES: readonly (readonly [
  path: string,
  comparator: Comparator,
  expected: string,
  text: string,
])[] = [
  ["name", "stringEquals", "a", 'output.name === "a"'],
  ["count == `2`", "booleanEquals", "true", "output.count === 2"],
  ["active", "booleanEquals", "true", "output.active === true"],
  ["ready", "booleanEquals", "true", "output.ready"],
  ["ready", "booleanEquals", "false", "!output.ready"],
  ["active", "booleanEquals", "false", "output.active === false"],
  ["count > `2`", "booleanEquals", "true", "(output.count ?? NaN) > 2"],
  ["length(devices) == `0`", "booleanEquals", "true", "output.devices?.length === 0"],
  ["contains(tags, 'a')", "booleanEquals", "true", 'output.tags?.includes("a") === true'],
  [
    "devices[].name",
    "anyStringEquals",
    "a",
    'anyStringEquals(output.devices?.flatMap((device) => device.name ?? []), "a")',
  ],
  [
    "devices[].id",
    "allStringEquals",
    "a",
    'allStringEquals(output.devices?.map((device) => device.id), "a")',
  ],
];

test.each(MATCHES)("%s with %s %s becomes %s", (path, comparator, expected, text) => {
  const compiled = compileMatch(model, OUTPUT, path, comparator, expected);
  expect(compiled.problems).toEqual([]);
  expect(printed(compiled.expression)).toBe(text);
});

test("a matcher over input and output reads both in place", () => {
  const path = "input.name == output.title";
  const { expression } = compileMatch(model, BOTH, path, "booleanEquals", "true");
  expect(printed(expression)).toBe("input.name === output.title");
});

test("where failing differs from being false, what may be missing is looked after", () => {
  const path = "!(length(tags) == `0`)";
  const { expression } = compileMatch(model, OUTPUT, path, "booleanEquals", "true");
  expect(printed(expression)).toBe("attempt(() => !(present(output.tags).length === 0))");
});

test("an enum's value that the model does not know can be compared all the same", () => {
  const { expression } = compileMatch(model, OUTPUT, "state", "stringEquals", "broken");
  expect(printed(expression)).toBe('equals(output.state, "broken")');
});

test("text of the model stays inside of its literals", () => {
  const hostile = "\"'`\\ */ ${x} \u2028";
  const { expression } = compileMatch(model, OUTPUT, "name", "stringEquals", hostile);
  expect(evaluate(expression, { output: { name: hostile } })).toBe(true);
});

test("what the client adds to an output is not seen", () => {
  for (const root of [OUTPUT, id("AnyOutput")]) {
    const { expression } = compileJmespath(model, root, "keys(@)");
    expect(printed(expression)).toContain("withoutMetadata(output)");
  }
});

describe("a pipe", () => {
  const output = { name: "a", title: "b", labels: ["b", "a"], attributes: {} };
  const run = (path: string): unknown => {
    const { expression, problems } = compileJmespath(model, OUTPUT, path);
    expect(problems).toEqual([]);
    return evaluate(expression, { ...runtime, output });
  };

  test.each([
    ["(name || title) | 'value'", "value"],
    ["(name || title) | [@, 'value', 'item => value']", ["a", "value", "item => value"]],
    ["(name == '+(globalThis.PWNED=1)+') | 'value'", "value"],
    ["(name == '+(globalThis.PWNED=1)+') | [@, 'value']", [false, "value"]],
    ["sort(labels) | [length(@), @[0]]", [2, "a"]],
    ["(name || title) | length(@)", 1],
  ])("%s", (path, value) => {
    expect(run(path)).toEqual(value);
    expect(globalThis).not.toHaveProperty("PWNED");
  });

  test.each([
    ["abs(count) | 'value'", undefined],
    ["abs(count) | (@ == `1` && @)", undefined],
    ["not_null(name, abs(count))", undefined],
    ["!abs(count)", undefined],
  ])("%s fails as its left side does", (path, value) => {
    expect(run(path)).toBe(value);
  });
});

describe("an enum beside literals", () => {
  test.each([
    ["state == ('on' || 'off')", 'output.state === "on"'],
    ["state == ('' || 'off')", 'output.state === "off"'],
    ["state == ('on' && 'off')", 'output.state === "off"'],
    ["state == (name || 'broken')", 'output.state === (output.name || "broken")'],
    ["(state || 'none') == 'broken'", 'equals(output.state || "none", "broken")'],
    ["(state || 'none') == 'none'", '(output.state || "none") === "none"'],
    ["state == (title && 'broken')", 'equals(output.state, output.title && "broken")'],
    ["level == (`1` && `7`)", "equals(output.level, 7)"],
    ["'a' == 'b'", 'equals("a", "b")'],
  ])("%s becomes %s", (path, text) => {
    const { expression, problems } = compileJmespath(model, OUTPUT, path);
    expect(problems).toEqual([]);
    expect(printed(expression)).toBe(text);
  });
});

test("what members are called decides nothing but names", () => {
  const { expression } = compileJmespath(model, OUTPUT, "byName.\"(x) => 1; y\".tags[?@ == 'a']");
  expect(printed(expression)).toBe(
    'output.byName?.["(x) => 1; y"]?.tags?.filter((tag) => tag === "a")',
  );
});
