import fc, { type Arbitrary } from "fast-check";

/** Text with all that is awkward in URLs, headers and JSON. */
export const anyText: Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.constantFrom(
    "",
    " ",
    "a/b?c=d&e#f",
    "%2F",
    "+",
    '"\\\n\r\t\u2028',
    "日本語",
    "👩‍👩‍👧",
    "null",
    "../..",
  ),
);

/** The same, never empty, as labels must be. */
export const nonEmptyText: Arbitrary<string> = anyText.filter((text) => text !== "");

/** Text that can stand in a header: visible ASCII, and no space around it. */
export const headerText: Arbitrary<string> = fc
  .string({ unit: "grapheme-ascii" })
  .map((text) => text.trim());
