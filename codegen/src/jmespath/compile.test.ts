import { expect, test } from "vitest";
import { BOTH, OUTPUT, id, model } from "./fixtures.js";
import { compileJmespath, compileMatch } from "./match.js";
import type { Comparator } from "./match.js";

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
  expect(compileJmespath(model, OUTPUT, expression)).toMatchObject({ text, problems: [] });
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
  expect(compileMatch(model, OUTPUT, path, comparator, expected)).toMatchObject({
    text,
    problems: [],
  });
});

test("a matcher over input and output reads both in place", () => {
  const { text } = compileMatch(model, BOTH, "input.name == output.title", "booleanEquals", "true");
  expect(text).toBe("input.name === output.title");
});

test("where failing differs from being false, what may be missing is looked after", () => {
  const { text } = compileMatch(model, OUTPUT, "!(length(tags) == `0`)", "booleanEquals", "true");
  expect(text).toBe("attempt(() => !(present(output.tags).length === 0))");
});

test("an enum's value that the model does not know can be compared all the same", () => {
  expect(compileMatch(model, OUTPUT, "state", "stringEquals", "broken").text).toBe(
    'equals(output.state, "broken")',
  );
});

test("text of the model stays inside of its literals", () => {
  const hostile = "\"'`\\ */ ${x} \u2028";
  const { text } = compileMatch(model, OUTPUT, "name", "stringEquals", hostile);
  expect(new Function("output", `return ${text}`)({ name: hostile })).toBe(true);
});

test("what the client adds to an output is not seen", () => {
  expect(compileJmespath(model, OUTPUT, "keys(@)").text).toContain("withoutMetadata(output)");
  expect(compileJmespath(model, id("AnyOutput"), "keys(@)").text).toContain(
    "withoutMetadata(output)",
  );
});
