import type { JsonObject } from "../../operation.js";
import { NumericValue } from "./numeric-value.js";

// JSON.parse and JSON.stringify would round numbers that a double cannot hold. Such numbers pass
// through them as text behind a mark, a private-use character; where text itself begins with the
// mark, it gets another one on its way through.
const MARK = "\uE000";
const MARKED = /^"(?:\uE000|\\u[eE]000)/;

/** A text, with the colon that follows where it is a key, or a number. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Zeros that a number with an exponent may be written out with; there is no limit on the wire. */
const MAX_ZEROS = 1000;

/** JSON text in which `bigint` and {@link NumericValue} keep all their digits. */
export const stringifyExact = (value: unknown): string => {
  const marked = JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === "bigint" || item instanceof NumericValue) return MARK + String(item);

    return typeof item === "string" && item.startsWith(MARK) ? MARK + item : item;
  });
  return marked.replace(TOKEN, (token, colon: string | undefined) => {
    if (colon !== undefined || !token.startsWith(`"${MARK}`)) return token;

    const unmarked = token.slice(2);
    return unmarked.startsWith(MARK) ? `"${unmarked}` : unmarked.slice(0, -1);
  });
};

/** Parses JSON; numbers that a double cannot hold become `bigint` or {@link NumericValue}. */
export const parseExact = (text: string): JsonObject => {
  const marked = text.replace(TOKEN, (token, colon: string | undefined) => {
    if (token.startsWith('"'))
      return colon === undefined && MARKED.test(token) ? `"${MARK}${token.slice(1)}` : token;

    return isExact(token) ? token : `"${MARK}${token}"`;
  });
  return JSON.parse(marked, (_key, item: unknown) => {
    if (typeof item !== "string" || !item.startsWith(MARK)) return item;

    const unmarked = item.slice(1);
    return unmarked.startsWith(MARK) ? unmarked : bigNumber(unmarked);
  }) as JsonObject;
};

const bigNumber = (token: string): bigint | NumericValue => {
  const { sign, digits, zeros } = parts(token);
  return zeros >= 0 && zeros <= MAX_ZEROS
    ? BigInt(`${sign}${digits}${"0".repeat(zeros)}`)
    : new NumericValue(token, "bigDecimal");
};

/** Whether a double holds the number without loss. */
const isExact = (token: string): boolean => {
  const value = Number(token);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;

  const given = parts(token);
  const held = parts(String(value));
  return given.digits === held.digits && (given.digits === "" || given.zeros === held.zeros);
};

/** A number as its significant digits and the zeros that follow; the same for `1.50` and `15e-1`. */
const parts = (token: string): { sign: string; digits: string; zeros: number } => {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  return { sign, digits, zeros: Number(exponent) - fraction.length + all.length - digits.length };
};
