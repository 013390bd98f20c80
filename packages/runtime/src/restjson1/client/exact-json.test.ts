import fc from "fast-check";
import { expect, it } from "vitest";
import { parseExact, stringifyExact } from "./exact-json.js";
import { NumericValue } from "./numeric-value.js";

it.each([
  ["123456789012345678901", 123456789012345678901n],
  ["-9007199254740993", -9007199254740993n],
  ["0.1000000000000000000001", new NumericValue("0.1000000000000000000001", "bigDecimal")],
  ["1.5e-400", new NumericValue("1.5e-400", "bigDecimal")],
  ["1e999999999", new NumericValue("1e999999999", "bigDecimal")],
])("keeps the digits of %s", (text, value) => {
  expect(parseExact(`{"a":[${text}]}`)).toEqual({ a: [value] });
  expect(stringifyExact({ a: [value] })).toBe(`{"a":[${text}]}`);
});

it.each(["0", "-0", "1.50", "15e-1", "1E3", "0.1", "9007199254740991", "5e-324"])(
  "leaves %s a number",
  (text) => {
    expect(parseExact(`[${text}]`)).toEqual([Number(text)]);
  },
);

it("writes exponents of integers out", () => {
  expect(parseExact("[1e23,-1.5e22]")).toEqual([10n ** 23n, -15n * 10n ** 21n]);
});

it("leaves escaped text alone", () => {
  expect(parseExact('["\\ue0001","\\"2","\\\\"]')).toEqual(["\uE0001", '"2', "\\"]);
});

it("does as JSON does where no number is big", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(stringifyExact(value)).toBe(text);
      expect(
        JSON.stringify(parseExact(text), (_key, item) =>
          typeof item === "bigint" ? Number(item) : item,
        ),
      ).toBe(text);
    }),
  );
});

it("leaves text alone, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("\uE000", '"', "\\", "1", "9".repeat(20), "{") }),
      (text) => {
        expect(parseExact(stringifyExact({ [text]: text, big: 10n ** 20n }))).toEqual({
          [text]: text,
          big: 10n ** 20n,
        });
      },
    ),
  );
});
