import { describe, expect, it } from "vitest";
import { equalsInput, matchesInput } from "./matches-input.js";

describe("matchesInput", () => {
  const input = {
    a: 1,
    nested: { b: "x", c: [1, { d: 2, e: 3 }] },
    date: new Date(5),
    bytes: new Uint8Array([1]),
    nan: Number.NaN,
  };

  it.each<object>([
    {},
    { a: 1 },
    { nested: { b: "x" } },
    { nested: { c: [1, { d: 2 }] } },
    { date: new Date(5) },
    { bytes: new Uint8Array([1]) },
    { nan: Number.NaN },
    { missing: undefined },
    { nested: expect.any(Object) as unknown },
    { nested: { b: /^x$/ } },
  ])("has %j", (expected) => {
    expect(matchesInput(input, expected)).toBe(true);
  });

  it.each<object>([
    { a: 2 },
    { a: "1" },
    { a: undefined },
    { nested: { c: [1] } },
    { nested: { c: [{ d: 2 }, 1] } },
    { date: new Date(6) },
    { bytes: new Uint8Array([2]) },
    { toString: Object.prototype.toString },
    { nested: null },
    { nested: expect.any(String) as unknown },
  ])("has not %j", (expected) => {
    expect(matchesInput(input, expected)).toBe(false);
  });
});

it("equalsInput wants all there is", () => {
  expect(equalsInput({ a: { b: 1 } }, { a: { b: 1 } })).toBe(true);
  expect(equalsInput({ a: { b: 1, c: 2 } }, { a: { b: 1 } })).toBe(false);
});
