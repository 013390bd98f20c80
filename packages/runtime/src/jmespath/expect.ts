import { JmespathError } from "./jmespath-error.js";
import { typeName } from "./type-name.js";

const mismatch = (expected: string, value: unknown): JmespathError =>
  new JmespathError(`Expected ${expected}, found: ${typeName(value)}.`);

/** The value, which must be there. */
export const present = <T>(value: T): NonNullable<T> => {
  if (value == null) throw mismatch("a value", value);
  return value;
};

/** The value, which must be a string. */
export const asString = (value: unknown): string => {
  if (typeof value !== "string") throw mismatch("a string", value);
  return value;
};

/** The value, which must be a number. */
export const asNumber = (value: unknown): number => {
  if (typeof value !== "number") throw mismatch("a number", value);
  return value;
};

/** The value, which must be an array. */
export const asArray = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw mismatch("an array", value);
  return value;
};

/** The value, which must be an object. */
export const asObject = (value: unknown): object => {
  if (typeName(value) !== "object") throw mismatch("an object", value);
  return value as object;
};

/** The value, which must be an array of strings. */
export const asStrings = (value: unknown): readonly string[] => asArray(value).map(asString);

/** The value, which must be an array of numbers. */
export const asNumbers = (value: unknown): readonly number[] => asArray(value).map(asNumber);

/** The value, which must be a number or a string. */
export const asComparable = (value: unknown): number | string =>
  typeof value === "string" ? value : asNumber(value);

/** The value, which must be an array of numbers alone or of strings alone. */
export const asComparables = (value: unknown): readonly (number | string)[] => {
  const items = asArray(value);
  return typeof items[0] === "string" ? items.map(asString) : items.map(asNumber);
};
