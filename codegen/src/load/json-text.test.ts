import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseJsonText } from "./json-text.js";

test.each([
  ['{\n  "a": 1,\n}', 3, 1, 'found "}", expected a property name in "quotes"'],
  ['{"a": 1 "b": 2}', 1, 9, 'found "\\"", expected "," or "}"'],
  ["[1, 2", 1, 6, 'found the end of the file, expected "," or "]"'],
  ["[1, ]", 1, 5, 'found "]", expected a value'],
  ['{"a" 1}', 1, 6, 'found "1", expected ":"'],
  ['["a\\x"]', 1, 4, 'found "\\\\", expected a valid escape sequence'],
  ['["a\n"]', 1, 4, 'found "\\n", expected the rest of the string and its "'],
  ["", 1, 1, "found the end of the file, expected a value"],
  ["1 2", 1, 3, 'found "2", expected nothing after the value'],
  ["// no", 1, 1, 'found "/", expected a value'],
])("%j fails at line %i, column %i.", (text, line, column, message) => {
  expect(parseJsonText(text)).toEqual({ line, column, message });
});

test("A byte order mark is skipped.", () => {
  expect(parseJsonText('\uFEFF{"a": 1}')).toEqual({ value: { a: 1 } });
});

test("A text either parses or has a fault at a place, whatever is done to it.", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, at, insert) => {
      const position = at % (json.length + 1);
      const text = json.slice(0, position) + insert + json.slice(position);
      const parsed = parseJsonText(text);
      const expected = "value" in parsed ? { value: JSON.parse(text) as unknown } : parsed;
      expect(parsed).toEqual(expected);
    }),
  );
});
