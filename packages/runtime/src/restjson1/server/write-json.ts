import { isBigDecimal } from "./big-decimal.js";
import { toBase64 } from "./base64.js";
import { bigNumber } from "./big-json.js";
import { type Path, pointer } from "./problem.js";
import { getOwn, isProperties, setOwn } from "./properties.js";
import { resolve, traitOf } from "./resolve.js";
import type {
  FieldSchema,
  MemberSchema,
  Schema,
  StructureSchema,
  TimestampFormat,
} from "./schema.js";
import { formatTimestamp } from "./timestamp.js";

/**
 * Turns a value as users write it into JSON-ready data. Only what the model knows comes out.
 * A value of another type than the model's is a mistake of whoever answers: a `TypeError` says where.
 */
type JsonWriter = (value: unknown, path: Path) => unknown;

const writers = new WeakMap<Schema, JsonWriter>();

/** The writer of a member: its own traits count before those of its target. */
export const jsonWriterOf = (member: MemberSchema): JsonWriter => {
  const schema = resolve(member.target);
  if (schema.type === "timestamp") return timestampWriter(traitOf(member, "timestampFormat"));
  let writer = writers.get(schema);
  if (!writer) writers.set(schema, (writer = compile(schema)));
  return writer;
};

/** An answer that does not fit the model. */
export const mistake = (path: Path, expected: string): TypeError =>
  new TypeError(`The answer does not fit the model: expected ${expected} at '${pointer(path)}'.`);

const compile = (schema: Schema): JsonWriter => {
  switch (schema.type) {
    case "structure":
      return structureWriter(schema);
    case "union":
      return unionWriter(schema);
    case "list": {
      let write: JsonWriter | undefined;
      return (value, path) => {
        if (!Array.isArray(value)) throw mistake(path, "an array");
        write ??= jsonWriterOf(schema.member);
        const items: unknown[] = [];
        for (let index = 0; index < value.length; index++)
          items.push(within(path, index, write, value[index] as unknown));

        return items;
      };
    }
    case "map": {
      let write: JsonWriter | undefined;
      return (value, path) => {
        if (!isProperties(value)) throw mistake(path, "an object");
        write ??= jsonWriterOf(schema.value);
        const json = {};
        for (const key of Object.keys(value)) {
          const item = value[key];
          if (item !== undefined) setOwn(json, key, within(path, key, write, item));
        }
        return json;
      };
    }
    case "string":
    case "enum":
      // Objects that stand for text, such as lazily parsed JSON, print themselves.
      return (value, path) => {
        const text: unknown = isProperties(value) ? value.valueOf() : value;
        if (typeof text !== "string") throw mistake(path, "a string");
        return text;
      };
    case "boolean":
      return (value, path) => expectType(value, path, "boolean");
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
      return (value, path) =>
        typeof value === "bigint" ? Number(value) : expectType(value, path, "number");
    case "float":
    case "double":
      return (value, path) => {
        const number = expectType(value, path, "number") as number;
        return Number.isFinite(number) ? number : String(number);
      };
    case "bigInteger":
    case "bigDecimal":
      return (value, path) => {
        if (typeof value === "bigint" || typeof value === "number" || isBigDecimal(value))
          return bigNumber(value);

        throw mistake(path, "a number");
      };
    case "blob":
      return (value, path) => {
        if (typeof value === "string" || value instanceof Uint8Array) return toBase64(value);
        throw mistake(path, "a Uint8Array");
      };
    case "timestamp":
      return timestampWriter(schema.timestampFormat);
    case "document":
      return (value) => value;
  }
};

const expectType = (value: unknown, path: Path, type: "boolean" | "number"): unknown => {
  if (typeof value !== type) throw mistake(path, `a ${type}`);
  return value;
};

const timestampWriter =
  (format: TimestampFormat = "epoch-seconds"): JsonWriter =>
  (value, path) => {
    const date = expectDate(value, path);
    return format === "epoch-seconds" ? date.getTime() / 1000 : formatTimestamp(date, format);
  };

/** The value, if it is a valid date. */
export const expectDate = (value: unknown, path: Path): Date => {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
  throw mistake(path, "a valid Date");
};

const within = (path: Path, part: string | number, write: JsonWriter, value: unknown): unknown => {
  if (value === null) return null;
  path.push(part);
  const json = write(value, path);
  path.pop();
  return json;
};

const structureWriter = (schema: StructureSchema): JsonWriter => {
  let fields: WrittenField[] | undefined;
  return (value, path) => {
    if (!isProperties(value)) throw mistake(path, "an object");
    return writeFields((fields ??= schema.members.map(compileWrittenField)), value, path);
  };
};

/** A member, prepared for writing. */
export interface WrittenField {
  readonly name: string;
  readonly jsonName: string;
  readonly write: JsonWriter;
  readonly default: unknown;
}

/** Prepares a member. */
export const compileWrittenField = (member: FieldSchema): WrittenField => ({
  name: member.name,
  jsonName: member.jsonName ?? member.name,
  write: jsonWriterOf(member),
  default: member.default ?? undefined,
});

/** The members as JSON; those that are not set are left out, or have the model's default, which is JSON already. */
export const writeFields = (fields: readonly WrittenField[], value: object, path: Path): object => {
  const json = {};
  for (const field of fields) {
    const item = getOwn(value, field.name) ?? undefined;
    const written =
      item === undefined ? field.default : within(path, field.name, field.write, item);
    if (written !== undefined) setOwn(json, field.jsonName, written);
  }
  return json;
};

const unionWriter = (schema: StructureSchema): JsonWriter => {
  let fields: WrittenField[] | undefined;
  return (value, path) => {
    if (!isProperties(value)) throw mistake(path, "an object");
    fields ??= schema.members.map(compileWrittenField);
    const field = fields.find(({ name }) => getOwn(value, name) != null);
    if (field) return writeFields([field], value, path);
    // What a newer service may send: a member that the model does not know.
    const unknown = getOwn(value, "$unknown");
    if (!Array.isArray(unknown)) throw mistake(path, "one member of the union");
    const json = {};
    setOwn(json, String(unknown[0]), unknown[1]);
    return json;
  };
};
