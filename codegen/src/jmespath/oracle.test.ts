import { search } from "@jmespath-community/jmespath";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as runtime from "../../../packages/runtime/src/jmespath/index.js";
import { OUTPUT, id, model } from "./fixtures.js";
import { compileJmespath } from "./match.js";
import type { Root } from "./root.js";

/** Runs the text as generated code does. */
const run = (expression: string, root: Root, output: unknown): unknown => {
  const { text, problems } = compileJmespath(model, root, expression);
  expect(problems).toEqual([]);
  const evaluate = new Function("runtime", "output", `const { ${Object.keys(runtime).join(", ")} } = runtime; return ${text};`);
  return evaluate(runtime, output);
};

/** What the library's interpreter finds; nothing where it fails. */
const interpret = (expression: string, data: unknown): unknown => {
  try {
    return search(data as never, expression);
  } catch {
    return null;
  }
};

/** What is missing and what is null are the same for JMESPath. */
const withNulls = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_, member: unknown) => member ?? null));

const text = fc.constantFrom("", "a", "b", "ab", "on", "off", "x y", "1", "2.5");
const number = fc.integer({ min: -3, max: 9 });

const device = fc.letrec<{ device: Record<string, unknown> }>((tie) => ({
  device: fc.record(
    {
      id: text,
      name: text,
      size: number,
      on: fc.boolean(),
      tags: fc.array(text, { maxLength: 3 }),
      parts: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie("device"), { maxLength: 2 })),
    },
    { requiredKeys: ["id"] },
  ),
})).device;

const devices = fc.array(device, { maxLength: 3 });

const output = fc.record(
  {
    name: text,
    title: text,
    count: number,
    total: number,
    active: fc.boolean(),
    ready: fc.boolean(),
    state: fc.constantFrom("on", "off"),
    level: fc.constantFrom(1, 2),
    tags: fc.array(text, { maxLength: 4 }),
    labels: fc.array(text, { maxLength: 4 }),
    gaps: fc.array(fc.option(text), { maxLength: 4 }),
    numbers: fc.array(number, { maxLength: 5 }),
    matrix: fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 3 }),
    devices,
    required: devices,
    groups: fc.array(
      fc.record({ name: text, devices, members: devices }, { requiredKeys: ["name", "members"] }),
      { maxLength: 3 },
    ),
    owner: device,
    keeper: device,
    attributes: fc.dictionary(fc.constantFrom("a", "b", "constructor"), text),
    byName: fc.dictionary(fc.constantFrom("a", "b"), device),
    choice: fc.oneof(fc.record({ text }), fc.record({ device })),
    document: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: ["title", "total", "ready", "labels", "required", "keeper"] },
);

/** Expressions over the fixture's output, one or more for each feature of the language. */
export const TYPED: Readonly<Record<string, readonly string[]>> = {
  members: ["name", '"title"', "owner.name", "keeper.id", "owner.parts", "keeper.parent.parent.name", "choice.text", "choice.device.id"],
  maps: ["attributes.a", "byName.a.name", 'byName."b".size'],
  indexes: ["tags[0]", "labels[-1]", "matrix[1][0]", "devices[0].name", "required[-2].parts[0].id", "numbers[9]"],
  slices: [
    "numbers[1:]",
    "numbers[:2]",
    "numbers[-2:]",
    "numbers[:-1]",
    "numbers[1:3]",
    "numbers[::2]",
    "numbers[::-1]",
    "numbers[3:0:-1]",
    "numbers[-1:-9:-2]",
    "numbers[9:1]",
    "devices[:2].name",
    "required[::2].parts[*].id",
  ],
  "list projections": [
    "devices[*].name",
    "devices[*]",
    "gaps[*]",
    "required[*].parts[*].id",
    "devices[*].tags[0]",
    "required[*].on",
    "devices[*].parts",
  ],
  flatten: [
    "devices[]",
    "devices[].name",
    "matrix[]",
    "matrix[][]",
    "groups[].devices[]",
    "groups[].devices[].name",
    "groups[*].members[].tags[]",
    "groups[].members[].parts[].id",
    "devices[*].tags[]",
    "gaps[]",
    "byName.*.tags[]",
  ],
  "object projections": ["attributes.*", "byName.*.name", "byName.*", "owner.*", "byName.*.parts[].id", "keeper.* | [0]"],
  filters: [
    "devices[?on]",
    "devices[?name == 'a'].id",
    "devices[?size > `2`].name",
    "devices[?size >= `2` && on].name",
    "devices[?!on].id",
    "required[?tags].id",
    "required[?contains(tags || `[]`, 'a')].id",
    "labels[?@ == 'a']",
    "numbers[?@ > `1`]",
    "numbers[?@ != `1`] | [0]",
    "required[?parts[?on]].id",
    "gaps[?@]",
    "devices[?name == id].id",
    "groups[].devices[?size < `5`][].id",
  ],
  "multi-select": [
    "[name, title]",
    "{a: name, b: count}",
    "{a: name, b: count}.b",
    "owner.[id, name]",
    "owner.{a: id, b: tags}",
    "keeper.[id, size][1]",
    "devices[].[id, name]",
    "devices[].[id, name][]",
    "required[*].{id: id, first: tags[0]} | [].first",
    "[devices, required][].id",
    "devices[*].[id][0]",
    "{a: attributes}.a.b",
  ],
  pipes: ["devices[*].name | [0]", "devices | [0].id", "owner | name", "devices[?on] | length(@)", "tags | [0] | length(@)", "labels | sort(@) | [-1]"],
  comparators: [
    "count == `3`",
    "count != total",
    "count > `2`",
    "count >= total",
    "total < `4`",
    "`1` <= count",
    "name == 'a'",
    "name == title",
    "name != 'a'",
    "state == 'on'",
    "state == 'broken'",
    "level == `2`",
    "level == `7`",
    "active == `true`",
    "active == ready",
    "name == `null`",
    "owner != `null`",
    "tags == labels",
    "tags == `[\"a\"]`",
    "owner == keeper",
    "matrix[0] == numbers",
    "name == count",
    "(count > `1`) == `null`",
    "count > name",
  ].filter((expression) => expression !== "count > name"),
  logic: [
    "active && ready",
    "active || ready",
    "!active",
    "!name",
    "!tags",
    "!owner",
    "!count",
    "name || title",
    "name && title",
    "count || total",
    "count && total",
    "tags || labels",
    "tags && labels",
    "owner || keeper",
    "name || count",
    "active && count > `1` || !ready",
    "!(active && ready)",
    "!!tags",
    "name || 'none'",
    "devices[0] || owner",
  ],
  "current node": ["@.name", "labels[?@ == 'b']", "numbers[*] | @", "owner.length(@)", "title.length(@)"],
  literals: ["'a'", "`5`", "`null`", '`{"a": [1, 2]}`.a[1]', "`[1, 2]`", "`\"text\"`"],
  "number functions": [
    "abs(total)",
    "ceil(total)",
    "floor(count)",
    "avg(numbers)",
    "sum(numbers)",
    "sum(devices[].size)",
    "avg(required[].size)",
    "abs(count)",
  ],
  "string functions": [
    "starts_with(title, 'a')",
    "ends_with(name, 'b')",
    "contains(title, 'a')",
    "contains(name, title)",
    "join(',', labels)",
    "join('', tags)",
    "join(title, devices[].name)",
    "length(title)",
    "length(name)",
    "reverse(title)",
    "to_string(title)",
    "to_string(count)",
    "to_string(labels)",
    "to_string(owner.tags)",
    "to_number(title)",
    "to_number(count)",
    "to_number(labels)",
  ].filter((expression) => expression !== "to_number(title)"),
  "array functions": [
    "length(labels)",
    "length(tags)",
    "length(devices) == `0`",
    "length(devices[?on]) > `0`",
    "contains(labels, 'a')",
    "contains(tags, name)",
    "contains(numbers, `2`)",
    "contains(devices[].name, 'a')",
    "reverse(labels)",
    "reverse(numbers)",
    "sort(labels)",
    "sort(tags)",
    "max(numbers)",
    "min(numbers)",
    "to_array(labels)",
    "to_array(title)",
    "to_array(name)",
    "to_array(tags)",
    "map(&id, required)",
    "map(&name, required)",
    "map(&tags[0], devices)",
    "sort_by(required, &id)[].id",
    "sort_by(devices, &size)[].size",
    "min_by(required[?size > `0`], &size).size",
    "max_by(required[?size > `0`], &size).size",
  ],
  "object functions": [
    "length(keys(attributes))",
    "sort(keys(byName))",
    "sort(values(attributes))",
    "length(owner)",
    "length(keeper)",
    "merge(attributes, `{\"a\": \"z\"}`).a",
    "merge(owner, keeper).name",
    "sort(keys(merge(attributes, `{\"q\": 1}`)))",
  ],
  "other functions": [
    "type(name)",
    "type(tags)",
    "type(owner)",
    "type(count)",
    "type(active)",
    "not_null(name, title)",
    "not_null(name, count)",
    "not_null(owner.name, keeper.name, `null`)",
    "not_null(name)",
  ],
  documents: [
    "document.a.b",
    "document[0]",
    "document[*].a",
    "document.*",
    "document[]",
    "document[?a == `1`]",
    "to_array(document)[1:]",
    "document || name",
    "!document",
    "document == name",
    "document.[a, b]",
    "type(document)",
    "to_array(document)",
    "length(document)",
    "keys(document)",
    "sum(document)",
    "join('-', document)",
    "abs(document)",
    "not_null(document.a, 'x')",
    "document > `1`",
    "contains(document, 'a')",
    "starts_with(document, 'a')",
    "values(document)",
  ],
};

describe.each(Object.entries(TYPED))("%s", (_, expressions) => {
  test.each(expressions)("%s gives what the interpreter gives", (expression) => {
    fc.assert(
      fc.property(output, (value) => {
        const whole = { ...value, $metadata: {} };
        expect(withNulls(run(expression, OUTPUT, whole))).toEqual(withNulls(interpret(expression, value)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("values that no type is known of", () => {
  const key = fc.constantFrom("a", "b", "c");
  const json = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom(null, true, false, 0, 1, 2, "", "a", "b"),
      fc.array(tie("json"), { maxLength: 3 }),
      fc.dictionary(key, tie("json"), { maxKeys: 3 }),
    ),
  })).json;

  const random = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 5, depthSize: "medium" },
      fc.constantFrom("a", "b", "c", "@", "a.b", "`1`", "'a'", "`null`"),
      tie("expression").map((left) => `${left}.a`),
      tie("expression").map((left) => `${left}[0]`),
      tie("expression").map((left) => `${left}[-1]`),
      tie("expression").map((left) => `${left}[*].b`),
      tie("expression").map((left) => `${left}[]`),
      tie("expression").map((left) => `${left}[].a`),
      tie("expression").map((left) => `(${left}).*`),
      tie("expression").map((left) => `to_array(${left})[1:]`),
      tie("expression").map((left) => `to_array(${left})[::-1]`),
      tie("expression").map((inner) => `!(${inner})`),
      tie("expression").map((inner) => `type(${inner})`),
      tie("expression").map((inner) => `to_array(${inner})`),
      tie("expression").map((inner) => `length(to_array(${inner}))`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `${left}[?${right}]`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left}) | (${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left} || ${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left} && ${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left} == ${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left} < ${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `not_null(${left}, ${right})`),
      tie("expression").map((left) => `(${left}).{x: a, y: b}`),
    ),
  })).expression;

  test("random expressions give what the interpreter gives", () => {
    fc.assert(
      fc.property(random, json, (inner, value) => {
        const piped = `value | (${inner})`;
        // What cannot be right by its types alone is not compiled.
        fc.pre(compileJmespath(model, id("AnyOutput"), piped).problems.length === 0);
        expect(withNulls(run(piped, id("AnyOutput"), { value }))).toEqual(withNulls(interpret(piped, { value })));
      }),
      { numRuns: 2000 },
    );
  });
});
