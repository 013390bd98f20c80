import { isBigDecimal } from "./big-decimal.js";
import { toBase64 } from "./base64.js";

/** A text that two decoded values share exactly if they are equal. Order of properties does not count. */
export const uniqueKey = (value: unknown): string => {
  if (value instanceof Date) return `date:${value.getTime()}`;
  if (value instanceof Uint8Array) return `bytes:${toBase64(value)}`;
  if (isBigDecimal(value)) return `decimal:${value.string}`;
  if (Array.isArray(value)) return `[${value.map(uniqueKey).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(
      ([key, item]) => `${JSON.stringify(key)}:${uniqueKey(item)}`,
    );
    entries.sort();
    return `{${entries.join(",")}}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : `${typeof value}:${String(value)}`;
};
