import { type BigDecimal, isBigDecimal } from "./big-decimal.js";
import { resolve } from "./resolve.js";
import type { Schema } from "./schema.js";

/**
 * JSON with numbers of any size. JavaScript's parser rounds them, and its printer knows no big ones;
 * so they travel through both as marked strings. Only schemas that hold such numbers pay for it.
 */

const MARK = "\u0001number:";
const NUMBER_OR_STRING = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const MARKED = /"\\u0001number:(-?[\d.eE+-]+)"/g;

/** A number as it is written in JSON, where a JavaScript number would lose digits. */
export class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Parses JSON (already known to be valid); numbers of 16 digits and more come as `NumberText`. */
export const parseBigJson = (text: string): unknown =>
  JSON.parse(
    text.replaceAll(NUMBER_OR_STRING, (token) =>
      token.length < 16 || token.startsWith('"') ? token : JSON.stringify(MARK + token),
    ),
    (_, value: unknown) =>
      typeof value === "string" && value.startsWith(MARK)
        ? new NumberText(value.slice(MARK.length))
        : value,
  );

/** A big number as it stands in a value that `stringifyBigJson` prints. */
export const bigNumber = (value: bigint | BigDecimal | number): string =>
  MARK + (isBigDecimal(value) ? value.string : String(value));

/** Prints JSON with the numbers that `bigNumber` marked. */
export const stringifyBigJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll(MARKED, "$1");

const known = new WeakMap<Schema, boolean>();

/** Whether the schema holds numbers that need this, at any depth. */
export const holdsBigNumbers = (schema: Schema): boolean => {
  let answer = known.get(schema);
  if (answer === undefined) known.set(schema, (answer = search(schema, new Set())));
  return answer;
};

const search = (schema: Schema, seen: Set<Schema>): boolean => {
  if (schema.type === "bigDecimal" || schema.type === "bigInteger") return true;
  if (seen.has(schema)) return false;
  seen.add(schema);
  return targetsOf(schema).some((target) => search(target, seen));
};

const targetsOf = (schema: Schema): Schema[] => {
  switch (schema.type) {
    case "structure":
    case "union":
      return schema.members.map((member) => resolve(member.target));
    case "list":
      return [resolve(schema.member.target)];
    case "map":
      return [resolve(schema.value.target)];
    default:
      return [];
  }
};
