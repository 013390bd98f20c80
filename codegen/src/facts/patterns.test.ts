import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compilePattern, patternOf } from "./patterns.js";

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

test.each<[what: string, pattern: string, fit: string[], misfit: string[]]>([
  ["a class by Java's name", "^\\p{Upper}\\P{Digit}$", ["Aé"], ["É1", "A1"]],
  ["a script", "^\\p{IsGreek}+\\p{script=Latin}$", ["αa"], ["aa"]],
  ["a property by Java's name", "^\\p{IsAlphabetic}$", ["é"], ["1"]],
  ["white space", "^a\\hb\\Hc$", ["a\tb-c"], ["a\nb-c", "a b c"]],
  ["line breaks", "^a\\Rb\\Rc\\V$", ["a\r\nb\nc-"], ["a b c"]],
  ["control characters", "^\\e\\a\\011\\cI$", ["\u001b\u0007\t\t"], ["ea"]],
  ["quotes", "^\\Qa.b[\\E+$", ["a.b[["], ["axb["]],
  ["a loose hyphen", "^[\\w-.]+[a-\\d]$", ["a-.-"], ["a,", "a-b"]],
  ["needless escapes in a class", "^[\\_\\@\\/]+$", ["_@/"], ["a"]],
  ["a bracket that comes first", "^[]a]+[^]b]$", ["]ac"], ["a]", "b"]],
  ["what repeats for good", "^[a-z]++\\d?+$", ["abc1"], ["1"]],
  ["what repeats for good and leaves nothing", "^a*+a$", [], ["aa", "a"]],
  ["a group that is not looked at again", "^(?>a|ab)c$", ["ac"], ["abc"]],
  ["groups whose numbers move", "^(?>x+)(a|b)\\1$", ["xaa", "xbb"], ["xab"]],
  ["a reference with a digit behind it", "^(a)(?>b)\\1[0]$", ["aba0"], ["ab0"]],
  ["case ignored", "^(?i)ab[c-e]\\p{Lower}é$", ["ABDXé", "abcxé"], ["abcxÉ"]],
  ["case ignored in a group", "^(?i:a)b$", ["Ab"], ["AB"]],
  ["case ignored to the end of its group", "^(?:(?i)a|b)c$", ["Ac", "Bc"], ["AC"]],
  ["case minded again", "^(?i)a(?-i)b$", ["Ab"], ["AB"]],
  ["any character at all", "^(?s).(?-s:.)$", ["\na"], ["a\n"]],
  ["lines", "(?m)^b$", ["a\nb\nc"], ["abc"]],
  ["classes in a class", "^[a-c[x-z]]+$", ["ay"], ["m"]],
  ["an intersection", "^[a-z&&[^bc]]+$", ["ad"], ["ab"]],
  ["not an intersection", "^[^a-z&&[def]]$", ["a", "1"], ["d"]],
  ["a counted group that is kept", "^(?:ab){2}+$", ["abab"], ["ab"]],
])("What Java means by %s", (_, pattern, fit, misfit) => {
  const expression = compilePattern(pattern);
  expect(expression).toBeDefined();
  expect(fit.filter((text) => !expression?.test(text))).toEqual([]);
  expect(misfit.filter((text) => expression?.test(text))).toEqual([]);
});

test.each([
  ["\\p{javaLowerCase}", "\\p{javaLowerCase} has no equal in JavaScript"],
  ["\\p{InGreek}", "\\p{InGreek} has no equal in JavaScript"],
  ["(?x)a b", "the flag x has no equal in JavaScript"],
  ["\\Ga", "\\G has no equal in JavaScript"],
  ["(?i)(a)\\1", "a reference that ignores case has no equal in JavaScript"],
  ["\\1(a)(?>b)", "group 1 does not stand before what refers to it"],
  ["(?=a)*+", "JavaScript has nothing like it"],
  // Browsers take them for letters.
  ["\\y", "\\y is no escape"],
])("%s has no equal in JavaScript.", (pattern, reason) => {
  expect(patternOf(pattern)).toEqual({ reason, isMistake: false });
});

test.each([
  ["[a", "a class of characters is not closed"],
  ["(a", "a group is not closed"],
  ["a)", "a ) closes nothing"],
  ["*a", "there is nothing for * to repeat"],
  ["a**", "there is nothing for * to repeat"],
  ["\\", "a backslash stands at the end"],
  ["[z-a]", "the range z-a ends before it begins"],
  ["a{2,1}", "{2,1} ends before it begins"],
  ["(?<a", "a group begins with ?, but is of no kind"],
])("%s is a mistake in any dialect.", (pattern, reason) => {
  expect(patternOf(pattern)).toEqual({ reason, isMistake: true });
});

test("What JavaScript understands as it stands is left as it is.", () => {
  for (const text of ["^[\\w.-]+$", "^(?<a>b)\\k<a>$", "a{2}", "[&&a]", "^\\p{Lu}$"])
    expect(patternOf(text)).toEqual({ source: text });
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
