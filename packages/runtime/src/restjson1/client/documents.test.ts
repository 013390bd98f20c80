import { expect, test } from "vitest";
import { readDocument, writeDocument } from "./documents.js";
import { parseExact, stringifyExact } from "./exact-json.js";
import { NumericValue } from "./numeric-value.js";

test("what JSON holds goes out as it is", () => {
  const document = { a: [1, "b", null, true, { c: {} }], __proto__: undefined, d: -1.5 };
  expect(writeDocument(document as never)).toEqual({ a: [1, "b", null, true, { c: {} }], d: -1.5 });
});

test("dates, bytes and numbers that JSON has not go out as in other places", () => {
  const document = {
    date: new Date(1500),
    bytes: new Uint8Array([97]),
    numbers: [Number.NaN, Infinity, 10n ** 20n, new NumericValue("0.10", "bigDecimal")],
  };
  expect(stringifyExact(writeDocument(document as never))).toBe(
    '{"date":1.5,"bytes":"YQ==","numbers":["NaN","Infinity",100000000000000000000,0.10]}',
  );
});

test("numbers out of a document are as JavaScript has them", () => {
  const json: unknown = parseExact(
    '[1, 9007199254740993, {"a": 0.10000000000000000001, "b": null}]',
  );
  expect(readDocument(json)).toEqual([1, 9007199254740992, { a: 0.1, b: null }]);
});

test("a key may be __proto__", () => {
  const json: unknown = parseExact('{"__proto__": {"a": 1}}');
  expect(JSON.stringify(readDocument(json))).toBe('{"__proto__":{"a":1}}');
  expect(JSON.stringify(writeDocument(json as never))).toBe('{"__proto__":{"a":1}}');
});
