import { isProperties } from "../restjson1/server/properties.js";
import { uniqueKey } from "../restjson1/server/unique-key.js";

/** An input with any of its members, at any depth. */
export type PartialInput<T> = T extends Date | Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? readonly PartialInput<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]?: PartialInput<T[Name]> }
      : T;

/**
 * Whether a value has everything that is expected: objects may have more members, all else is equal.
 * Matchers of test libraries (`expect.any(String)`, `sinon.match.string`, regular expressions) decide themselves.
 */
export const matchesInput = (value: unknown, expected: unknown): boolean => {
  const decide = matcherOf(expected);
  if (decide) return decide(value);
  if (Array.isArray(expected)) {
    return (
      Array.isArray(value) &&
      value.length === expected.length &&
      expected.every((item, index) => matchesInput(value[index], item))
    );
  }
  if (!isPlain(expected)) return Object.is(value, expected) || sameValue(value, expected);
  return (
    isProperties(value) &&
    Object.keys(expected).every((key) =>
      expected[key] === undefined
        ? !Object.hasOwn(value, key) || value[key] === undefined
        : Object.hasOwn(value, key) && matchesInput(value[key], expected[key]),
    )
  );
};

/** Whether a value has exactly what is expected. */
export const equalsInput = (value: unknown, expected: unknown): boolean =>
  matchesInput(value, expected) && matchesInput(expected, value);

const isPlain = (value: unknown): value is Record<string, unknown> =>
  isProperties(value) &&
  (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);

/** Dates, bytes and big decimals are equal by what they hold. */
const sameValue = (value: unknown, expected: unknown): boolean =>
  isProperties(value) && isProperties(expected) && uniqueKey(value) === uniqueKey(expected);

const matcherOf = (expected: unknown): ((value: unknown) => boolean) | undefined => {
  if (typeof expected !== "object" || expected === null || isPlain(expected)) return undefined;
  const { asymmetricMatch, test } = expected as { asymmetricMatch?: unknown; test?: unknown };
  if (typeof asymmetricMatch === "function")
    return (value) => Boolean(asymmetricMatch.call(expected, value));
  if (typeof test !== "function") return undefined;
  return (value) => Boolean(test.call(expected, value));
};
