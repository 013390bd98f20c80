import { search } from "@jmespath-community/jmespath";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as runtime from "@wickr-admin/runtime/jmespath";
import { evaluate } from "../../test-fixtures/printed.js";
import { EXPRESSIONS } from "./expressions.js";
import { OUTPUT, id, model } from "./fixtures.js";
import { compileJmespath } from "./match.js";
import type { Root } from "./root.js";

/** The expression as a function, as generated code has it. */
const compiled = (path: string, root: Root): ((output: unknown) => unknown) => {
  const { expression, problems } = compileJmespath(model, root, path);
  expect(problems).toEqual([]);
  return (output) => evaluate(expression, { ...runtime, output });
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

const word = fc.constantFrom("", "a", "b", "ab", "on", "off", "x y", "1", "2.5");
const number = fc.integer({ min: -3, max: 9 });

const device = fc.letrec<{ device: Record<string, unknown> }>((tie) => ({
  device: fc.record(
    {
      id: word,
      name: word,
      size: number,
      on: fc.boolean(),
      tags: fc.array(word, { maxLength: 3 }),
      parts: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie("device"), { maxLength: 2 })),
    },
    { requiredKeys: ["id"] },
  ),
})).device;

const devices = fc.array(device, { maxLength: 3 });

const output = fc.record(
  {
    name: word,
    title: word,
    count: number,
    total: number,
    active: fc.boolean(),
    ready: fc.boolean(),
    state: fc.constantFrom("on", "off"),
    level: fc.constantFrom(1, 2),
    tags: fc.array(word, { maxLength: 4 }),
    labels: fc.array(word, { maxLength: 4 }),
    gaps: fc.array(fc.option(word), { maxLength: 4 }),
    numbers: fc.array(number, { maxLength: 5 }),
    matrix: fc.array(fc.array(number, { maxLength: 3 }), { maxLength: 3 }),
    devices,
    required: devices,
    groups: fc.array(
      fc.record({ name: word, devices, members: devices }, { requiredKeys: ["name", "members"] }),
      { maxLength: 3 },
    ),
    owner: device,
    keeper: device,
    attributes: fc.dictionary(fc.constantFrom("a", "b", "constructor"), word),
    byName: fc.dictionary(fc.constantFrom("a", "b"), device),
    choice: fc.oneof(fc.record({ text: word }), fc.record({ device })),
    document: fc.jsonValue({ maxDepth: 3 }),
  },
  { requiredKeys: ["title", "total", "ready", "labels", "required", "keeper"] },
);

describe.each(Object.entries(EXPRESSIONS))("%s", (_, expressions) => {
  test.each(expressions)("%s gives what the interpreter gives", (expression) => {
    const run = compiled(expression, OUTPUT);
    fc.assert(
      fc.property(output, (value) => {
        const whole = { ...value, $metadata: {} };
        expect(withNulls(run(whole))).toEqual(withNulls(interpret(expression, value)));
      }),
      { numRuns: 30 },
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
      fc
        .tuple(tie("expression"), tie("expression"))
        .map(([left, right]) => `(${left}) | (${right})`),
      fc
        .tuple(tie("expression"), tie("expression"))
        .map(([left, right]) => `(${left} || ${right})`),
      fc
        .tuple(tie("expression"), tie("expression"))
        .map(([left, right]) => `(${left} && ${right})`),
      fc
        .tuple(tie("expression"), tie("expression"))
        .map(([left, right]) => `(${left} == ${right})`),
      fc.tuple(tie("expression"), tie("expression")).map(([left, right]) => `(${left} < ${right})`),
      fc
        .tuple(tie("expression"), tie("expression"))
        .map(([left, right]) => `not_null(${left}, ${right})`),
      tie("expression").map((left) => `(${left}).{x: a, y: b}`),
    ),
  })).expression;

  test("random expressions give what the interpreter gives", () => {
    fc.assert(
      fc.property(random, json, (inner, value) => {
        const piped = `value | (${inner})`;
        // What cannot be right by its types alone is not compiled.
        fc.pre(compileJmespath(model, id("AnyOutput"), piped).problems.length === 0);
        expect(withNulls(compiled(piped, id("AnyOutput"))({ value }))).toEqual(
          withNulls(interpret(piped, { value })),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("text of the model", () => {
  /** Texts that would end a literal, or look like code of the generator's. */
  const hostile = fc
    .array(
      fc.constantFrom(
        ..."\"'`\\$(){}[];,.:?!&|<>=+-/* \n\r\t\0\u2028\u2029\ud800",
        "value",
        "item",
        "output",
        "=>",
        "${",
        "*/",
        "//",
        "</script>",
        "__proto__",
        "null",
        "a",
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(""));

  const raw = hostile
    .filter((text) => !text.includes("\\"))
    .map((text) => `'${text.replaceAll("'", "\\'")}'`);
  const json = hostile.map((text) => `\`${JSON.stringify(text).replaceAll("`", "\\`")}\``);
  // The library takes what all objects inherit for entries.
  const quoted = hostile
    .filter((text) => text !== "" && text !== "__proto__")
    .map((text) => JSON.stringify(text));

  // Multi-selects look at what is there alone: of null, the library makes lists and objects of nulls.
  const typed = fc.letrec<Record<"text" | "test" | "texts" | "any", string>>((tie) => ({
    text: fc.oneof(
      { maxDepth: 3, depthSize: "medium" },
      raw,
      json,
      fc.constantFrom("name", "title", "owner.name", "keeper.id", "tags[0]", "state"),
      fc
        .tuple(tie("text"), fc.constantFrom("||", "&&", "|"), raw)
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(raw, tie("text")).map(([left, right]) => `(${left} || ${right})`),
      tie("test").map((of) => `to_string(${of})`),
      fc.tuple(tie("text"), tie("texts")).map(([glue, list]) => `join(${glue}, ${list})`),
      // What follows a pipe sees nothing of the output.
      fc.tuple(tie("any"), raw).map(([left, right]) => `(${left} | ${right})`),
      tie("text").map((text) => `(${text} | @)`),
      tie("text").map((text) => `(not_null(${text}, 'x') | [@, 'value', @])[0]`),
      fc.tuple(quoted, tie("text")).map(([key, text]) => `{${key}: ${text}}.${key}`),
      fc.tuple(tie("text"), tie("text")).map(([a, b]) => `not_null(${a}, ${b})`),
    ),
    test: fc.oneof(
      { maxDepth: 3, depthSize: "medium" },
      fc
        .tuple(tie("text"), fc.constantFrom("==", "!="), tie("text"))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc.tuple(tie("text"), raw).map(([text, part]) => `starts_with(${text}, ${part})`),
      fc.tuple(tie("texts"), tie("text")).map(([list, text]) => `contains(${list}, ${text})`),
      tie("any").map((any) => `!(${any})`),
    ),
    texts: fc.oneof(
      { maxDepth: 3, depthSize: "medium" },
      fc.constantFrom("tags", "labels", "devices[].name", "sort(labels)"),
      fc.tuple(tie("text"), tie("text")).map((texts) => `[${texts.join(", ")}]`),
      fc.tuple(tie("texts"), raw).map(([list, text]) => `${list}[?@ != ${text}]`),
      fc.tuple(tie("texts"), raw).map(([list, text]) => `(${list}[*] | [*].{a: @, b: ${text}}.b)`),
      fc.tuple(tie("texts"), raw).map(([list, text]) => `((${list})[*] | [*].[@ || ${text}][])`),
    ),
    any: fc.oneof(
      tie("text"),
      tie("test"),
      tie("texts"),
      quoted.map((key) => `document.${key}`),
      quoted.map((key) => `attributes.${key}`),
    ),
  })).any;

  test("is text in what is compiled", () => {
    fc.assert(
      fc.property(typed, output, (expression, value) => {
        fc.pre(compileJmespath(model, OUTPUT, expression).problems.length === 0);
        const run = compiled(expression, OUTPUT);
        const whole = { ...value, $metadata: {} };
        expect(withNulls(run(whole))).toEqual(withNulls(interpret(expression, value)));
      }),
      { numRuns: 2000 },
    );
  });
});
