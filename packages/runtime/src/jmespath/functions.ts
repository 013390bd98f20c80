import { equals } from "./compare.js";
import { JmespathError } from "./jmespath-error.js";

/** The sum of the numbers; 0 where there are none. */
export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

/** The mean of the numbers; nothing where there are none. */
export const avg = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : sum(numbers) / numbers.length;

/** Whether a text has a part, or an array an element. */
export const contains = (subject: unknown, search: unknown): boolean => {
  if (Array.isArray(subject)) return subject.some((item) => equals(item, search));
  if (typeof subject === "string") return typeof search === "string" && subject.includes(search);
  throw new JmespathError("Only strings and arrays can contain something.");
};

/** Numbers by size, texts by code points. */
const order = (left: number | string, right: number | string): number => {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left !== "string" || typeof right !== "string")
    throw new JmespathError("Numbers and strings cannot be sorted together.");

  const [a, b] = [[...left], [...right]];
  const at = a.findIndex((character, index) => character !== b[index]);
  if (at < 0) return a.length - b.length;
  return (a[at]?.codePointAt(0) ?? -1) - (b[at]?.codePointAt(0) ?? -1);
};

/** In ascending order; the array itself stays as it is. */
export const sort = <T extends number | string>(items: readonly T[]): T[] => [...items].sort(order);

/** In ascending order of their keys; equal ones stay as they stand. */
export const sortBy = <T>(items: readonly T[], key: (item: T) => number | string): T[] =>
  items
    .map((item) => ({ item, key: key(item) }))
    .sort((left, right) => order(left.key, right.key))
    .map(({ item }) => item);

/** The item with the greatest key, the first of them; nothing where there are no items. */
export const maxBy = <T>(items: readonly T[], key: (item: T) => number | string): T | undefined =>
  outermost(items, key, (difference) => difference > 0);

/** The item with the smallest key, the first of them; nothing where there are no items. */
export const minBy = <T>(items: readonly T[], key: (item: T) => number | string): T | undefined =>
  outermost(items, key, (difference) => difference < 0);

/** The greatest item; nothing where there are none. */
export const max = <T extends number | string>(items: readonly T[]): T | undefined =>
  maxBy(items, (item) => item);

/** The smallest item; nothing where there are none. */
export const min = <T extends number | string>(items: readonly T[]): T | undefined =>
  minBy(items, (item) => item);

const outermost = <T>(
  items: readonly T[],
  key: (item: T) => number | string,
  isFurther: (difference: number) => boolean,
): T | undefined => {
  let found: { readonly item: T; readonly key: number | string } | undefined;
  for (const item of items) {
    const next = { item, key: key(item) };
    if (found === undefined || isFurther(order(next.key, found.key))) found = next;
  }
  return found?.item;
};

/** A text or an array from its end to its beginning. */
export const reverse = (value: unknown): unknown => {
  if (typeof value === "string") return [...value].reverse().join("");
  if (Array.isArray(value)) return [...(value as unknown[])].reverse();
  throw new JmespathError("Only strings and arrays can be reversed.");
};

/** An array as it is, anything else as an array of one. */
export const toArray = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [value];

/** A text as it is, anything else as JSON. */
export const toText = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value ?? null);

/** A number as it is, a text that is one as number, nothing of all else. */
export const toNumber = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(value)
    ? Number(value)
    : undefined;
};
