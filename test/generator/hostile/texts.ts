import fc, { type Arbitrary } from "fast-check";

/** What runs where a text is taken for code. */
const CODE = "globalThis.PWNED=1";

/** Texts that leave the place they were put into, one kind of place each. */
export const BREAKING_OUT: readonly string[] = [
  `'+(${CODE})+'`,
  `"+(${CODE})+"`,
  `\`+(${CODE})+\``,
  `\${${CODE}}`,
  `*/ ${CODE}; /*`,
  `\n${CODE} //`,
  `\r\n${CODE}\r\n`,
  `\u2028${CODE}\u2029`,
  `\\'+(${CODE})+'`,
  `\\"+(${CODE})+"\\`,
  `/+(${CODE})+/`,
  `);${CODE};(`,
  `}${CODE};{`,
  `];${CODE};[`,
  `{{${CODE}}} {{{${CODE}}}} {${CODE}}`,
  `</script><script>${CODE}</script><!--`,
  `// # sourceMappingURL=data:${CODE}`,
];

/** Texts that mean something where they are replaced, looked up or read: patterns, tags, what objects inherit. */
export const MEANING_SOMETHING: readonly string[] = [
  "$& $1 $` $' $$ $<name>",
  "\\ \\n \\u0041 \\x41 \\",
  "\0\u0001\u007f\u0085\ufeff",
  "{@link x} @deprecated @internal {x} [y](z) `t`",
  "__proto__",
  "constructor",
  "toString",
  " a  b ",
  "日本語 👩‍👩‍👧 é",
];

/** Words that generated code consists of. */
export const WORDS: readonly string[] = [
  "value",
  "item",
  "output",
  "input",
  "error",
  "(output.text || output.other)",
  "true",
  "null",
  "undefined",
];

/** Parts of all of them, in any order. */
export const anyHostileText: Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...BREAKING_OUT, ...MEANING_SOMETHING, ...WORDS),
      fc.constantFrom(..."'\"`\\/*{}[]()$%&<>\n\r\t;:,.@#|!?=+-~^ "),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""))
  // An enum's value cannot be empty.
  .filter((text) => text !== "");
