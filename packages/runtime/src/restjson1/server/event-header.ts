import { Int64 } from "@smithy/core/event-streams";
import type { MessageHeaderValue } from "@smithy/types";
import { fitsInteger } from "./numbers.js";
import { type Path, malformed } from "./problem.js";
import { resolve } from "./resolve.js";
import type { FieldSchema } from "./schema.js";
import { toUtf8 } from "./utf8.js";
import { expectDate, jsonWriterOf, mistake } from "./write-json.js";

/** A member of an event as a header, of the type that its shape has. */
export const writeEventHeader = (
  member: FieldSchema,
  value: unknown,
  path: Path,
): MessageHeaderValue => {
  const { type } = resolve(member.target);
  switch (type) {
    case "timestamp":
      return { type, value: expectDate(value, path) };
    case "blob":
      if (value instanceof Uint8Array) return { type: "binary", value };
      if (typeof value === "string") return { type: "binary", value: toUtf8(value) };
      throw mistake(path, "a Uint8Array");
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long": {
      const number = jsonWriterOf(member)(value, path) as number;
      // The codec would write the last bits of other numbers.
      if (!fitsInteger(number, type)) throw mistake(path, `a number of type ${type}`);
      if (type === "long") return { type, value: Int64.fromNumber(number) };
      return { type: type === "intEnum" ? "integer" : type, value: number };
    }
    case "boolean":
      return { type, value: jsonWriterOf(member)(value, path) as boolean };
    default:
      // Models have no other types here.
      return { type: "string", value: jsonWriterOf(member)(value, path) as string };
  }
};

/** The value of a member that is a header. */
export const readEventHeader = (
  member: FieldSchema,
  header: MessageHeaderValue,
  path: Path,
): unknown => {
  const { type } = resolve(member.target);
  const value = header.type === "long" ? header.value.valueOf() : header.value;
  switch (type) {
    case "timestamp":
      if (value instanceof Date && !Number.isNaN(value.getTime())) return value;
      break;
    case "blob":
      if (value instanceof Uint8Array) return value;
      break;
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long":
      // Of any width: clients of AWS write integers and longs only.
      if (typeof value === "number" && fitsInteger(value, type)) return value;
      break;
    case "boolean":
      if (typeof value === "boolean") return value;
      break;
    default:
      if (header.type === "string") return value;
  }
  throw malformed(path, `a header of type ${type}`);
};
