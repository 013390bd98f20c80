import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern } from "./pattern.js";

test.each<[pattern: string, fit: string[], misfit: string[]]>([
  ["^[a-z]+$", ["abc"], ["ABC", ""]],
  ["^[\\w+=,.@\\-]+$", ["a-b@c"], ["a b"]],
  ["^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$", ["Größe 1-2"], ["a!"]],
  ["^arn\\:aws\\:x\\_y$", ["arn:aws:x_y"], ["arn"]],
  ["^[\\@\\_\\:]+$", ["@_:"], ["a"]],
  ["^\\pL+$", ["é"], ["1"]],
  ["^\\p{Alnum}+$", ["aZ9"], ["é", "-"]],
  ["^[\\p{Alpha}\\p{Punct}]+$", ["a!]~"], ["1"]],
  ["^[^\\x{10000}-\\x{10FFFF}]*$", ["a"], ["😀"]],
  ["\\A[a-z]\\z", ["a"], ["ab"]],
  ["^a{2}b{1,}c{0,1}$", ["aab"], ["ab"]],
  ["^{}]$", ["{}]"], [""]],
  ["^\\d{4}-\\d{2}$", ["2024-05"], ["2024"]],
  ["(?!x)[^/]+", ["a"], ["/"]],
  ["^.$", ["😀"], ["ab"]],
])("%s", (pattern, fit, misfit) => {
  const expression = compilePattern(pattern);
  expect(fit.filter((text) => !expression?.test(text))).toEqual([]);
  expect(misfit.filter((text) => expression?.test(text))).toEqual([]);
});

test.each([
  "(?i)a",
  "a++",
  "[a-z&&[^b]]",
  "[a[b]]",
  "\\Qa\\E",
  "\\h",
  "[a",
  "(a",
  "\\",
  "\\p{javaX}",
])("%s has no equal in JavaScript.", (pattern) => {
  expect(compilePattern(pattern)).toBeUndefined();
});

test("A pattern that is fine in Unicode mode keeps its meaning.", () => {
  const source = fc
    .array(
      fc.constantFrom("a", "[b-d]", "\\d", "\\.", "(e|f)", "x{2}", "[^\\]]", "\\p{L}", "?", "+"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(
      source,
      fc.array(fc.constantFrom("a", "b", "1", ".", "e", "x", "]", "é")),
      (pattern, text) => {
        const original = compileOrNothing(pattern);
        fc.pre(original !== undefined);
        expect(compilePattern(pattern)?.test(text.join(""))).toBe(original?.test(text.join("")));
      },
    ),
  );
});

const compileOrNothing = (pattern: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
};
