import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "./pattern.js";

/** What the pattern must mean. */
const native = (pattern: string): RegExp => new RegExp(pattern, "u");

const PATTERNS = [
  "^([0-9]+)+$",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  "(x+x+)+y",
  "^(username|name)(\\+(username|name)+)*$",
  "^((a|ab)(c|bcd)*)+$",
  "(?:[^\\]\\\\]+|\\\\.)*$",
  "^(\\p{L}+\\s?)+$",
  "^(\\d{2,3},?)*\\.(a{0,2}b+)+$",
  "(a*)*",
  "(^a+)+|(b+$)+",
  "^(?<group>.*\\u{1F600}+)+$",
  "^[a-z]+$",
  "^(a|b)*$",
  "(a+){2}",
  "^(?!x)(a+)+$",
  "(a+)+\\1",
  "\\b(a+)+",
  "^(a{1,2}){1,2}(b+)+$",
  "^[\\S\\s]*bot$",
  ".*\\S.*",
];

describe("compilePattern", () => {
  it.each(PATTERNS)("matches what JavaScript matches: %s", (pattern) => {
    const test = compilePattern(pattern);
    const expected = native(pattern);
    const text = fc.oneof(
      fc.stringMatching(/(?:[!=<]|\\b|\\1)/.test(pattern) ? /^[ab]*$/ : expected, { size: "-1" }),
      fc
        .array(
          fc.constantFrom(..."abcdxyz019.,+ AB\\]\n\r\v\u00A0\u2028ü😀", "username", "name", "bot"),
          { maxLength: 12 },
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (value) => test?.(value) === expected.test(value)),
      { numRuns: 300 },
    );
  });

  // In groups, so that no shortcut is taken.
  it.each([
    ".",
    "\\s",
    "\\S",
    "[\\s]",
    "[^\\s]",
    "[\\S]",
    "[^\\S]",
    "\\w",
    "\\d",
    "[.]",
    "\\p{L}",
    "[^\\]a]",
  ])("knows the same characters as JavaScript: %s", (atom) => {
    const test = compilePattern(`^(${atom})$`);
    const expected = native(`^(${atom})$`);
    for (let point = 0; point <= 0x1_10_00; point++) {
      const character = String.fromCodePoint(point);
      if (test?.(character) !== expected.test(character)) expect(point.toString(16)).toBe("");
    }
  });

  it.each([
    ["^([0-9]+)+$", "0"],
    ["^(([0-9])+.?)+x$", "0"],
    ["^(a|a)*$", "a"],
    ["(a|b|ab)*c", "ab"],
    ["^(\\s*\\S*)*x$", "a "],
    ["a*a*a*a*b", "a"],
  ])("takes no time over texts that almost match %s", (pattern, part) => {
    const test = compilePattern(pattern);
    expect(test?.("")).toBeDefined();
    const before = performance.now();
    expect(test?.(`${part.repeat(1000)}!`)).toBe(false);
    expect(performance.now() - before).toBeLessThan(200);
  });

  it("answers in milliseconds where one more letter doubled the time", () => {
    const test = compilePattern("^(a|a)*$");
    const before = performance.now();
    expect(test?.(`${"a".repeat(27)}!`)).toBe(false);
    expect(performance.now() - before).toBeLessThan(50);
  });

  it("takes the escapes of the flag u", () => {
    expect(compilePattern("^\\p{L}+$")?.("Zoë")).toBe(true);
    expect(compilePattern("^\\p{L}+$")?.("p{L}")).toBe(false);
    expect(compilePattern("^(\\p{Lu}\\p{Ll}*)+$")?.("ÄrgerÖl")).toBe(true);
    expect(compilePattern("^(\\p{Script=Greek})+$")?.("αβγ")).toBe(true);
    expect(compilePattern("^(\\u{1F600}|\\u0041)+$")?.("A😀")).toBe(true);
  });

  it("has no test for what is no pattern", () => {
    expect(compilePattern("(")).toBeUndefined();
    expect(compilePattern("\\p{Alnum}")).toBeUndefined();
  });
});
