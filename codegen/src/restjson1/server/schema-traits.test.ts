import { expect, test } from "vitest";
import { entry, literal } from "../../typescript/tree.js";
import { schemaTraits } from "./schema-traits.js";

const entriesOf = (traits: object) =>
  schemaTraits({
    traits: Object.fromEntries(
      Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value as string]),
    ),
  });

test("A schema carries patterns in JavaScript's words.", () => {
  expect(entriesOf({ pattern: "^\\p{Alnum}+$" })).toEqual([
    entry("pattern", literal("^[A-Za-z0-9]+$")),
  ]);
  expect(entriesOf({ pattern: "^[a-z]+$" })).toEqual([entry("pattern", literal("^[a-z]+$"))]);
});

test("A pattern that JavaScript has nothing like is left out.", () => {
  expect(entriesOf({ pattern: "(?x)a b", mediaType: "text/plain" })).toEqual([
    entry("mediaType", literal("text/plain")),
  ]);
});

test("Bounds that are written as text become numbers.", () => {
  expect(entriesOf({ range: { max: "5", min: 1 } })).toEqual([
    entry("range", literal({ max: 5, min: 1 })),
  ]);
});
