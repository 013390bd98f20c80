import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileLinear } from "./linear-pattern.js";

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
];

describe("compileLinear", () => {
  it.each(PATTERNS)("matches what JavaScript matches: %s", (pattern) => {
    const linear = compileLinear(pattern);
    const native = new RegExp(pattern, "u");
    const text = fc.oneof(
      fc.stringMatching(native, { size: "-1" }),
      fc
        .array(fc.constantFrom(..."abcdxyz019.,+ AB\\]\nü😀", "username", "name"), {
          maxLength: 12,
        })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (value) => linear?.(value) === native.test(value)),
      { numRuns: 300 },
    );
  });

  it("takes no time over texts that almost match", () => {
    for (const pattern of ["^([0-9]+)+$", "^(([0-9])+.?)+x$"]) {
      const before = performance.now();
      expect(compileLinear(pattern)?.(`${"0".repeat(2000)}!`)).toBe(false);
      expect(performance.now() - before).toBeLessThan(500);
    }
  });

  it.each([
    "^[a-z]+$",
    "^(a|b)*$",
    "(a+){2}",
    "^(?!x)(a+)+$",
    "(a+)+\\1",
    "\\b(a+)+",
    "^(a{1,1000}){1,1000}(b+)+$",
  ])("leaves %s to JavaScript", (pattern) => {
    expect(compileLinear(pattern)).toBeUndefined();
  });
});
