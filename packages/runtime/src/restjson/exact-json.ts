import type { JsonObject } from "../operation.js";
import { NumericValue } from "./numeric-value.js";

// JSON.parse and JSON.stringify would round numbers that a double cannot hold. Such numbers pass
// through them as marked text; the mark is a private-use character, doubled where text begins with it.
const MARK = "\uE000";
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** JSON text in which `bigint` and {@link NumericValue} keep all their digits. */
export function stringifyExact(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === "bigint" || item instanceof NumericValue) {
      return MARK + String(item);
    }
    return typeof item === "string" && item.startsWith(MARK) ? MARK + item : item;
  }).replace(/"(?:[^"\\]|\\.)*"/g, (text) => {
    if (!text.startsWith(`"${MARK}`)) {
      return text;
    }
    return text.startsWith(`"${MARK}${MARK}`) ? `"${text.slice(2)}` : text.slice(2, -1);
  });
}

/** Parses JSON; numbers that a double cannot hold become `bigint` or {@link NumericValue}. */
export function parseExact(text: string): JsonObject {
  const marked = text.replace(STRING_OR_NUMBER, (token) => {
    if (token.startsWith('"')) {
      return token.startsWith(`"${MARK}`) ? `"${MARK}${token.slice(1)}` : token;
    }
    return isExact(token) ? token : `"${MARK}${token}"`;
  });
  return JSON.parse(marked, (_key, item: unknown) => {
    if (typeof item !== "string" || !item.startsWith(MARK)) {
      return item;
    }
    const unmarked = item.slice(1);
    return unmarked.startsWith(MARK) ? unmarked : bigNumber(unmarked);
  }) as JsonObject;
}

function bigNumber(token: string): bigint | NumericValue {
  return /^-?\d+$/.test(token) ? BigInt(token) : new NumericValue(token, "bigDecimal");
}

/** Whether a double holds the number without loss. */
function isExact(token: string): boolean {
  const value = Number(token);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER && digits(token) === digits(String(value));
}

/** The digits that count, and where the point stands among them: the same for `1.50` and `15e-1`. */
function digits(token: string): string {
  const [, sign, whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(token)!;
  const significant = (whole + fraction).replace(/^0+/, "");
  const trimmed = significant.replace(/0+$/, "");
  if (trimmed === "") {
    return "0";
  }
  const scale = Number(exponent) - fraction.length + (significant.length - trimmed.length);
  return `${sign}${trimmed}e${scale}`;
}
