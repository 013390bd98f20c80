import { NumericValue } from "./runtime.js";

/** A value without classes that would only get in the way of comparing: all that tests look at stays. */
export const plain = (value: unknown): unknown => {
  // Objects that stand for text.
  if (Object.prototype.toString.call(value) === "[object String]") return String(value);
  if (value instanceof NumericValue) return { bigDecimal: digits(value.string) };
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (value instanceof Date || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
};

/** `1.50` and `15e-1` are the same number, however it is written. */
const digits = (text: string): string => {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([-+]?)(\d*)\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? [];
  const all = (whole + fraction).replace(/^0+/, "");
  const significant = all.replace(/0+$/, "");
  const scale = Number(exponent) - fraction.length + (all.length - significant.length);
  return `${sign === "-" ? "-" : ""}${significant || "0"}e${significant === "" ? 0 : scale}`;
};
