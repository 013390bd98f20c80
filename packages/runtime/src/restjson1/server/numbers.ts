import type { SimpleType } from "./schema.js";

/** Least and greatest value of the integer types. */
const LIMITS: Partial<Record<SimpleType | "intEnum", readonly [number, number]>> = {
  byte: [-128, 127],
  short: [-32768, 32767],
  integer: [-2147483648, 2147483647],
  intEnum: [-2147483648, 2147483647],
  // 2^63 - 1 has no number of its own; the nearest one is 2^63.
  long: [-(2 ** 63), 2 ** 63],
};

/** Whether the number fits into the integer type. */
export const fitsInteger = (value: number, type: SimpleType | "intEnum"): boolean => {
  const [min, max] = LIMITS[type] ?? [0, -1];
  return Number.isInteger(value) && value >= min && value <= max;
};

/** Whether the finite number fits into the type: a float holds less than a double. */
export const fitsFloat = (value: number, type: "float" | "double"): boolean =>
  Number.isFinite(type === "float" ? Math.fround(value) : value);

/** `NaN`, `Infinity` and `-Infinity`, which JSON has no numbers for. */
export const fromSpecialFloat = (text: string): number | undefined =>
  text === "NaN" || text === "Infinity" || text === "-Infinity" ? Number(text) : undefined;

export const INTEGER = /^-?\d+$/;
export const DECIMAL = /^-?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
