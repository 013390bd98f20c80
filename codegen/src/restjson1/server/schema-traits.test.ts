import { expect, test } from "vitest";
import { schemaTraits } from "./schema-traits.js";

const entriesOf = (traits: object) =>
  Object.fromEntries(
    schemaTraits({
      traits: Object.fromEntries(
        Object.entries(traits).map(([name, value]) => [`smithy.api#${name}`, value as string]),
      ),
    }).map(({ key, value }) => [key, value]),
  );

test("A schema carries patterns in JavaScript's words.", () => {
  expect(entriesOf({ pattern: "^\\p{Alnum}+$" })).toEqual({ pattern: '"^[A-Za-z0-9]+$"' });
  expect(entriesOf({ pattern: "^[a-z]+$" })).toEqual({ pattern: '"^[a-z]+$"' });
});

test("A pattern that JavaScript has nothing like is left out.", () => {
  expect(entriesOf({ pattern: "(?x)a b", mediaType: "text/plain" })).toEqual({
    mediaType: '"text/plain"',
  });
});

test("Bounds that are written as text become numbers.", () => {
  expect(entriesOf({ range: { max: "5", min: 1 } })).toEqual({ range: '{"max":5,"min":1}' });
});
