import type { Facts } from "../../facts/facts.js";
import { type TimestampFormat, isSparse, timestampFormat } from "../../facts/members.js";
import { codecSymbol } from "../../layout/client.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import { runtime } from "../../typescript/runtime.js";
import type { ImportSymbol } from "../../typescript/symbols.js";
import {
  type Expression,
  type Local,
  UNDEFINED,
  arrow,
  binary,
  call,
  conditional,
  isMissing,
  local,
  name,
  object,
} from "../../typescript/tree.js";

/** Functions of the runtime that turn timestamps into JSON and back. */
const TIMESTAMPS: Record<TimestampFormat, { write: ImportSymbol; read: ImportSymbol }> = {
  "epoch-seconds": {
    write: runtime.internal.writeEpochSeconds,
    read: runtime.internal.readEpochSeconds,
  },
  "date-time": { write: runtime.internal.writeDateTime, read: runtime.internal.readDateTime },
  "http-date": { write: runtime.internal.writeHttpDate, read: runtime.internal.readHttpDate },
};

/** How a value that is there is converted. */
type Convert =
  /** By a function: `readUser`. */
  | { readonly by: Expression }
  /** By more than that. */
  | { readonly to: (value: Expression) => Expression };

const convert = (how: Convert, value: Expression): Expression =>
  "by" in how ? call(how.by, value) : how.to(value);

/** The function as an argument: `readUser`, or `(item) => readList(item, …)`. */
const asFunction = (how: Convert): Expression => {
  if ("by" in how) return how.by;
  const item: Local = { hint: "item" };
  return arrow([item], how.to(local(item)));
};

/**
 * The JSON of `value`, which may be null or undefined; those become undefined and stay out. `present`
 * is the same value where it has been seen to be there.
 */
export const writeJson = (
  facts: Facts,
  member: Member,
  value: Expression,
  present: Expression,
): Expression => {
  const how = writer(facts, member);
  return how === undefined
    ? binary(value, "??", UNDEFINED)
    : conditional(isMissing(value), UNDEFINED, convert(how, present));
};

/** The JSON of a value that is known to be there. */
export const writePresentJson = (facts: Facts, member: Member, value: Expression): Expression => {
  const how = writer(facts, member);
  return how === undefined ? value : convert(how, value);
};

/**
 * The value that JSON stands for; undefined where they are the same.
 *
 * @param exact - Whether the JSON was parsed exactly: numbers may be no `number` yet.
 */
export const readJson = (
  facts: Facts,
  member: Member,
  json: Expression,
  exact: boolean,
): Expression | undefined => {
  const how = reader(facts, member, exact);
  return how && convert(how, json);
};

const EMPTY: Convert = { to: () => object([]) };

const writer = (facts: Facts, member: Member): Convert | undefined => {
  const { model } = facts;
  const { internal } = runtime;
  const shape = dataShapeOf(model, member.target);
  switch (shape.type) {
    case "structure":
    case "union":
      if (shape.id === "smithy.api#Unit") return EMPTY;
      return { by: codecSymbol(facts, "write", shape.id) };
    case "list":
      return each(
        writer(facts, shape.member),
        isSparse(model, shape.id),
        internal.writeJsonList,
        internal.writeSparseJsonList,
      );
    case "map":
      return each(
        writer(facts, shape.value),
        isSparse(model, shape.id),
        internal.writeJsonMap,
        internal.writeSparseJsonMap,
      );
    case "timestamp":
      return { by: TIMESTAMPS[timestampFormat(model, member, "epoch-seconds")].write };
    case "blob":
      return { by: internal.writeBlob };
    case "float":
    case "double":
      return { by: internal.writeFloat };
    case "document":
      return { by: internal.writeDocument };
    default:
      return undefined;
  }
};

const reader = (facts: Facts, member: Member, exact: boolean): Convert | undefined => {
  const { model } = facts;
  const { internal } = runtime;
  const shape = dataShapeOf(model, member.target);
  switch (shape.type) {
    case "structure":
    case "union":
      if (shape.id === "smithy.api#Unit") return EMPTY;
      return { by: codecSymbol(facts, "read", shape.id) };
    case "list":
      return each(
        reader(facts, shape.member, exact),
        isSparse(model, shape.id),
        internal.readJsonList,
        internal.readSparseJsonList,
      );
    case "map":
      return each(
        reader(facts, shape.value, exact),
        isSparse(model, shape.id),
        internal.readJsonMap,
        internal.readSparseJsonMap,
      );
    case "timestamp": {
      const format = timestampFormat(model, member, "epoch-seconds");
      const { read } = TIMESTAMPS[format];
      return exact && format === "epoch-seconds"
        ? { to: (value) => call(read, toNumber(value)) }
        : { by: read };
    }
    case "blob":
      return { by: internal.readBlob };
    case "float":
    case "double":
      return { by: internal.readFloat };
    case "bigInteger":
      return { by: internal.readBigInteger };
    case "bigDecimal":
      return { by: internal.readBigDecimal };
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "intEnum":
      return exact ? { by: name("Number") } : undefined;
    case "document":
      return exact ? { by: internal.readDocument } : undefined;
    default:
      return undefined;
  }
};

const toNumber = (value: Expression): Expression => call(name("Number"), value);

/** Converts each item of a list or value of a map; `null` goes where there can be none. */
const each = (
  item: Convert | undefined,
  isSparseCollection: boolean,
  dense: ImportSymbol,
  sparse: ImportSymbol,
): Convert | undefined => {
  if (item === undefined) return isSparseCollection ? undefined : { by: dense };
  const collection = isSparseCollection ? sparse : dense;
  return { to: (value) => call(collection, value, asFunction(item)) };
};
