import { bigDecimal } from "./big-decimal.js";
import { fromBase64 } from "./base64.js";
import { NumberText } from "./big-json.js";
import { fitsFloat, fitsInteger, fromSpecialFloat } from "./numbers.js";
import { type Path, malformed } from "./problem.js";
import { getOwn, isProperties, setOwn } from "./properties.js";
import { resolve, traitOf } from "./resolve.js";
import type {
  FieldSchema,
  Json,
  ListSchema,
  MapSchema,
  MemberSchema,
  Schema,
  StructureSchema,
  TimestampFormat,
} from "./schema.js";
import { fromEpochSeconds, parseTimestamp } from "./timestamp.js";

/**
 * Turns parsed JSON into the value a user of the client would write: dates, bytes, big numbers.
 * Strict as Smithy's servers are: a value of another type throws a `RequestProblem`.
 */
type JsonReader = (json: unknown, at: Position) => unknown;

/** Where a reader is, and what it is to do about what is missing there. */
export interface Position {
  /** Grows and shrinks while values are read. */
  readonly path: Path;
  /** Whether members that are missing get the defaults of the model. */
  readonly defaults: boolean;
}

/** Deeper than any request that is meant; keeps hostile ones from exhausting the stack. */
const MAX_DEPTH = 512;

const readers = new WeakMap<Schema, JsonReader>();

/** The reader of a member: its own traits count before those of its target. */
export const jsonReaderOf = (member: MemberSchema): JsonReader => {
  const schema = resolve(member.target);
  if (schema.type === "timestamp") return timestampReader(traitOf(member, "timestampFormat"));
  let reader = readers.get(schema);
  if (!reader) readers.set(schema, (reader = compile(schema)));
  return reader;
};

const compile = (schema: Schema): JsonReader => {
  switch (schema.type) {
    case "structure":
      return structureReader(schema);
    case "union":
      return unionReader(schema);
    case "list":
      return listReader(schema);
    case "map":
      return mapReader(schema);
    case "string":
    case "enum":
      return (json, at) => (typeof json === "string" ? json : fail(at, "a string"));
    case "boolean":
      return (json, at) => (typeof json === "boolean" ? json : fail(at, "true or false"));
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long": {
      const { type } = schema;
      return (json, at) => {
        const value = json instanceof NumberText ? Number(json.text) : json;
        return typeof value === "number" && fitsInteger(value, type)
          ? value
          : fail(at, `a number of type ${type}`);
      };
    }
    case "float":
    case "double": {
      const { type } = schema;
      return (json, at) => {
        const value = json instanceof NumberText ? Number(json.text) : json;
        if (typeof value === "number" && fitsFloat(value, type)) return value;
        const special = typeof value === "string" ? fromSpecialFloat(value) : undefined;
        return special ?? fail(at, `a number of type ${type}`);
      };
    }
    case "bigInteger":
      return (json, at) => {
        const text = numberText(json);
        return text !== undefined && /^-?\d+$/.test(text) ? BigInt(text) : fail(at, "an integer");
      };
    case "bigDecimal":
      return (json, at) => {
        const text = numberText(json);
        return text === undefined ? fail(at, "a number") : bigDecimal(text);
      };
    case "blob":
      return (json, at) =>
        (typeof json === "string" ? fromBase64(json) : undefined) ?? fail(at, "base64");
    case "timestamp":
      return timestampReader(schema.timestampFormat);
    case "document":
      return readDocument;
  }
};

const fail = ({ path }: Position, expected: string): never => {
  throw malformed(path, expected);
};

const numberText = (json: unknown): string | undefined =>
  json instanceof NumberText ? json.text : typeof json === "number" ? String(json) : undefined;

const readDocument = (json: unknown, at: Position): unknown => {
  if (json instanceof NumberText) return Number(json.text);
  if (typeof json !== "object" || json === null) return json;
  enter(at);
  if (Array.isArray(json)) return json.map((item, index) => within(at, index, readDocument, item));
  const value = {};
  for (const [key, item] of Object.entries(json))
    setOwn(value, key, within(at, key, readDocument, item));
  return value;
};

const timestampReader =
  (format: TimestampFormat = "epoch-seconds"): JsonReader =>
  (json, at) => {
    const value =
      format === "epoch-seconds"
        ? typeof json === "number" && fromEpochSeconds(json)
        : typeof json === "string" && parseTimestamp(json, format);
    return value || fail(at, `a timestamp in the format ${format}`);
  };

const enter = ({ path }: Position): void => {
  if (path.length > MAX_DEPTH) throw malformed(path.slice(0, 8), `less than ${MAX_DEPTH} levels`);
};

/** Reads what lies below a name or position. The path is restored only on success: a failure ends the reading. */
const within = (at: Position, part: string | number, read: JsonReader, json: unknown): unknown => {
  at.path.push(part);
  const value = read(json, at);
  at.path.pop();
  return value;
};

const structureReader = (schema: StructureSchema): JsonReader => {
  let fields: Field[] | undefined;
  return (json, at) => {
    if (!isProperties(json) || json instanceof NumberText) throw malformed(at.path, "an object");
    enter(at);
    return readFields((fields ??= schema.members.map(compileField)), json, at);
  };
};

/** A member, prepared for reading. */
export interface Field {
  readonly name: string;
  readonly jsonName: string;
  readonly read: JsonReader;
  readonly default: Json | undefined;
}

/** Prepares a member. */
export const compileField = (member: FieldSchema): Field => ({
  name: member.name,
  jsonName: member.jsonName ?? member.name,
  read: jsonReaderOf(member),
  default: member.default,
});

/** The value of a member that is missing: the model's default, if it has one and it is wanted. */
export const defaultOf = (field: FieldSchema, at: Position): unknown =>
  field.default == null || !at.defaults ? undefined : jsonReaderOf(field)(field.default, at);

/** Reads members from an object into a new one, or into one that is given. Unknown members are left out. */
export const readFields = (
  fields: readonly Field[],
  json: object,
  at: Position,
  into: object = {},
): object => {
  for (const field of fields) {
    const item = getOwn(json, field.jsonName) ?? (at.defaults ? field.default : undefined);
    if (item != null) setOwn(into, field.name, within(at, field.name, field.read, item));
  }
  return into;
};

const unionReader = (schema: StructureSchema): JsonReader => {
  let fields: Map<string, Field> | undefined;
  return (json, at) => {
    if (!isProperties(json) || json instanceof NumberText) throw malformed(at.path, "an object");
    enter(at);
    fields ??= new Map(schema.members.map(compileField).map((field) => [field.jsonName, field]));
    const set = Object.keys(json).filter((key) => json[key] !== null && key !== "__type");
    const [key = ""] = set;
    const field = fields.get(key);
    if (set.length !== 1 || !field)
      throw malformed(at.path, "an object with exactly one known member");
    return readFields([field], json, at);
  };
};

const listReader = (schema: ListSchema): JsonReader => {
  let read: JsonReader | undefined;
  return (json, at) => {
    if (!Array.isArray(json)) throw malformed(at.path, "a list");
    enter(at);
    read ??= jsonReaderOf(schema.member);
    const items: unknown[] = [];
    for (let index = 0; index < json.length; index++) {
      const item: unknown = json[index];
      if (item !== null) items.push(within(at, index, read, item));
      else if (schema.sparse) items.push(null);
      else throw malformed([...at.path, index], "an item other than null");
    }
    return items;
  };
};

const mapReader = (schema: MapSchema): JsonReader => {
  let read: JsonReader | undefined;
  return (json, at) => {
    if (!isProperties(json) || json instanceof NumberText) throw malformed(at.path, "an object");
    enter(at);
    read ??= jsonReaderOf(schema.value);
    const value = {};
    for (const key of Object.keys(json)) {
      const item = json[key];
      if (item !== null) setOwn(value, key, within(at, key, read, item));
      else if (schema.sparse) setOwn(value, key, null);
      else throw malformed([...at.path, key], "a value other than null");
    }
    return value;
  };
};
