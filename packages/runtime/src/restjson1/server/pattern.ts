import { RE2JS } from "re2js";

/**
 * A test for a pattern of a schema, in time proportional to the text wherever that can be had: RE2 follows
 * all ways to match at once, where JavaScript's engine tries one after the other, for hours if it must.
 * That engine is left with what RE2 does not know (look-around, back references, great counts), and with
 * patterns in which there is but one way to try. Undefined for what is no pattern at all.
 */
export const compilePattern = (pattern: string): ((text: string) => boolean) | undefined => {
  const native = attempt(() => new RegExp(pattern, "u"));
  if (!native) return undefined;
  const linear = hasOneWay(pattern)
    ? undefined
    : attempt(() => RE2JS.compile(spellOut(RE2JS.translateRegExp(pattern))));
  return linear ? (text) => linear.test(text) : (text) => native.test(text);
};

const attempt = <Value>(compile: () => Value): Value | undefined => {
  try {
    return compile();
  } catch {
    return undefined;
  }
};

/** An escape, a class, or the beginning or end of one. */
const ESCAPE = String.raw`\\(?:[pPux]\{[^}]*\}|.)`;
const CLASS = String.raw`\[(?:${ESCAPE}|[^\]\\])*\]`;
const ATOMS = /* @__PURE__ */ new RegExp(`${ESCAPE}|${CLASS}`, "gsu");

/** Whether a pattern begins at the start, and repeats one character at most: `^[a-z]{2,8}$`. */
const hasOneWay = (pattern: string): boolean =>
  /^\^[^()|*+?{}]*(?:(?:[*+?]|\{\d+,?\d*\})\??[^()|*+?{}]*)?$/.test(pattern.replaceAll(ATOMS, "x"));

const SPACES = String.raw`\t-\r \x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}`;
const OTHERS = String.raw`\x00-\x08\x0E-\x1F!-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027}\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{FEFE}\x{FF00}-\x{10FFFF}`;
const LINE_ENDS = String.raw`\n\r\x{2028}\x{2029}`;
const TOKENS = /* @__PURE__ */ new RegExp(String.raw`${ESCAPE}|[[\].]`, "gsu");

/** Says in full what RE2 takes for less than JavaScript does: spaces and line ends beyond ASCII. */
const spellOut = (pattern: string): string => {
  let isInClass = false;
  return pattern.replaceAll(TOKENS, (token) => {
    switch (token) {
      case "[":
      case "]":
        isInClass = token === "[";
        return token;
      case String.raw`\s`:
        return isInClass ? SPACES : `[${SPACES}]`;
      case String.raw`\S`:
        return isInClass ? OTHERS : `[${OTHERS}]`;
      case ".":
        return isInClass ? token : `[^${LINE_ENDS}]`;
      default:
        return token;
    }
  });
};
