import { describe, expect, test } from "vitest";
import {
  allStringEquals,
  anyStringEquals,
  asComparables,
  asNumbers,
  asObject,
  attempt,
  compare,
  contains,
  element,
  entry,
  equals,
  field,
  isTruthy,
  keys,
  length,
  max,
  maxBy,
  min,
  minBy,
  plain,
  present,
  reverse,
  slice,
  sort,
  sortBy,
  toNumber,
  toText,
  typeName,
  values,
  withoutMetadata,
} from "./index.js";

describe("truth and equality", () => {
  test.each([null, undefined, false, "", [], {}, { a: undefined }])("%j is false", (value) => {
    expect(isTruthy(value)).toBe(false);
  });

  test.each([true, 0, "a", [null], { a: null }])("%j is true", (value) => {
    expect(isTruthy(value)).toBe(true);
  });

  test.each([
    [{ a: [1, { b: null }] }, { a: [1, { b: undefined }] }, false],
    [{ a: undefined }, {}, true],
    [undefined, null, true],
    [{ a: 1 }, { b: 1 }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [1, "1", false],
    [{ toString: 1 }, {}, false],
  ])("%j equals %j: %s", (left, right, expected) => {
    expect(equals(left, right)).toBe(expected);
    expect(equals(right, left)).toBe(expected);
  });

  test.each([
    ["a", ["a", "a"], true, true],
    ["a", ["a", "b"], false, true],
    ["a", [], false, false],
    ["a", undefined, false, false],
    ["a", "a", false, false],
  ])("%s is all or any of %j: %s, %s", (expected, list, all, any) => {
    expect(allStringEquals(list, expected)).toBe(all);
    expect(anyStringEquals(list, expected)).toBe(any);
  });

  test("only numbers have an order", () => {
    expect(compare(1, "<", 2)).toBe(true);
    expect(compare(2, "<=", 1)).toBe(false);
    expect(compare("a", "<", "b")).toBeUndefined();
    expect(compare(undefined, ">", 0)).toBeUndefined();
  });
});

describe("selection", () => {
  test("what all objects inherit is no member", () => {
    expect(field({}, "constructor")).toBeUndefined();
    expect(entry({}, "toString")).toBeUndefined();
    expect(entry({ toString: "own" }, "toString")).toBe("own");
  });

  test("members that are undefined are not there", () => {
    expect(keys({ a: 1, b: undefined })).toEqual(["a"]);
    expect(values({ a: null, b: undefined })).toEqual([null]);
    expect(length({ a: 1, b: undefined })).toBe(1);
  });

  test("length counts characters, not code units", () => {
    expect(length("\u{1f426}a")).toBe(2);
  });

  test("negative positions count from the end", () => {
    expect(element([1, 2, 3], -1)).toBe(3);
    expect(element("abc", 0)).toBeUndefined();
  });

  test.each([
    [undefined, undefined, 2, [0, 2, 4]],
    [undefined, undefined, -1, [4, 3, 2, 1, 0]],
    [3, 0, -2, [3, 1]],
    [-2, undefined, 1, [3, 4]],
    [-99, 99, 1, [0, 1, 2, 3, 4]],
    [99, -99, -3, [4, 1]],
    [4, 1, 1, []],
  ])("slice from %s to %s by %s", (start, stop, step, expected) => {
    expect(slice([0, 1, 2, 3, 4], start, stop, step)).toEqual(expected);
  });

  test("an output is seen without its metadata", () => {
    expect(withoutMetadata({ a: 1, $metadata: {} })).toEqual({ a: 1 });
  });
});

describe("functions", () => {
  test("arrays contain what is equal, texts what is a part", () => {
    expect(contains([{ a: 1 }], { a: 1 })).toBe(true);
    expect(contains("abc", "bc")).toBe(true);
    expect(contains("1", 1)).toBe(false);
  });

  test("numbers are sorted by size, texts by code points", () => {
    expect(sort([10, 9, 1])).toEqual([1, 9, 10]);
    expect(sort(["b", "B", "ab", "a", "\u{1f426}", "\uffff"])).toEqual([
      "B",
      "a",
      "ab",
      "b",
      "\uffff",
      "\u{1f426}",
    ]);
  });

  test("the array itself is not sorted", () => {
    const items = [2, 1];
    sort(items);
    expect(items).toEqual([2, 1]);
  });

  test("items with equal keys stay in their order", () => {
    const items = [
      { k: "a", n: 1 },
      { k: "a", n: 2 },
      { k: "A", n: 3 },
    ];
    expect(sortBy(items, ({ k }) => k).map(({ n }) => n)).toEqual([3, 1, 2]);
  });

  test("the greatest and the smallest, of texts too, the first of equals", () => {
    expect([max([1, 3, 2]), min(["b", "a"]), max([])]).toEqual([3, "a", undefined]);
    const items = [
      { k: "a", n: 1 },
      { k: "b", n: 2 },
      { k: "b", n: 3 },
    ];
    expect(maxBy(items, ({ k }) => k)?.n).toBe(2);
    expect(minBy(items, ({ k }) => k)?.n).toBe(1);
  });

  test.each([
    ["1", 1],
    ["-1.5e2", -150],
    [7, 7],
    ["", undefined],
    [" 1", undefined],
    ["0x1", undefined],
    [true, undefined],
  ])("toNumber of %j is %s", (value, expected) => {
    expect(toNumber(value)).toBe(expected);
  });

  test("texts stay texts, the rest becomes JSON", () => {
    expect([toText("a"), toText(1), toText(undefined), toText({ a: [undefined] })]).toEqual([
      "a",
      "1",
      "null",
      '{"a":[null]}',
    ]);
  });

  test("texts are reversed by characters", () => {
    expect(reverse("a\u{1f426}")).toBe("\u{1f426}a");
    expect(reverse([1, 2])).toEqual([2, 1]);
  });

  test("types have the names of JSON", () => {
    expect([null, [], {}, "", 1, true].map(typeName)).toEqual([
      "null",
      "array",
      "object",
      "string",
      "number",
      "boolean",
    ]);
  });
});

describe("values that do not fit", () => {
  test.each([
    () => present(undefined),
    () => asNumbers([1, "2"]),
    () => asComparables(["a", 1]),
    () => asObject([]),
    () => length(1),
    () => contains(1, 1),
    () => sort([1, "a"]),
  ] as (() => unknown)[])("%s comes to nothing", (expression) => {
    expect(expression).toThrow(TypeError);
    expect(attempt(expression)).toBeUndefined();
  });

  test("other errors are not hidden", () => {
    expect(() =>
      attempt(() => {
        throw new RangeError("other");
      }),
    ).toThrow(RangeError);
  });
});

test("values are seen as JMESPath sees them", () => {
  const big = { string: "1.5", type: "bigDecimal" } as const;
  expect(
    plain({
      at: new Date(1500),
      bytes: new Uint8Array([1, 2]),
      big: 5n,
      list: [big],
      text: "a",
      none: undefined,
    }),
  ).toEqual({
    at: 1.5,
    bytes: "AQI=",
    big: 5,
    list: [1.5],
    text: "a",
    none: undefined,
  });
});
