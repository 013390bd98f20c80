import { bigDecimal } from "./big-decimal.js";
import { fromBase64 } from "./base64.js";
import { DECIMAL, INTEGER, fitsFloat, fitsInteger, fromSpecialFloat } from "./numbers.js";
import { type Path, malformed } from "./problem.js";
import { resolve, traitOf } from "./resolve.js";
import type { MemberSchema, TimestampFormat } from "./schema.js";
import { parseTimestamp } from "./timestamp.js";
import { fromUtf8 } from "./utf8.js";

/** The places where values are plain text. */
export type TextPlace = "label" | "query" | "header";

/** Turns the text of a label, query parameter or header into a value; throws a `RequestProblem` if it is not one. */
export type TextReader = (text: string, path: Path) => unknown;

/** The reader of a member that is a single value: for a list, take the reader of its items. */
export const textReaderOf = (member: MemberSchema, place: TextPlace): TextReader => {
  const schema = resolve(member.target);
  switch (schema.type) {
    case "boolean":
      return check(
        (text) => (text === "true" ? true : text === "false" ? false : undefined),
        "true or false",
      );
    case "byte":
    case "short":
    case "integer":
    case "intEnum":
    case "long": {
      const { type } = schema;
      return check(
        (text) =>
          INTEGER.test(text) && fitsInteger(Number(text), type) ? Number(text) : undefined,
        `a number of type ${type}`,
      );
    }
    case "float":
    case "double": {
      const { type } = schema;
      return check(
        (text) =>
          DECIMAL.test(text) && fitsFloat(Number(text), type)
            ? Number(text)
            : fromSpecialFloat(text),
        `a number of type ${type}`,
      );
    }
    case "bigInteger":
      return check((text) => (INTEGER.test(text) ? BigInt(text) : undefined), "an integer");
    case "bigDecimal":
      return check((text) => (DECIMAL.test(text) ? bigDecimal(text) : undefined), "a number");
    case "timestamp": {
      const format: TimestampFormat =
        traitOf(member, "timestampFormat") ?? (place === "header" ? "http-date" : "date-time");
      return check((text) => parseTimestamp(text, format), `a timestamp in the format ${format}`);
    }
    case "blob":
      return check(fromBase64, "base64");
    case "string":
      // What has a media type may hold characters that headers cannot.
      return place === "header" && traitOf(member, "mediaType") !== undefined
        ? check((text) => {
            const bytes = fromBase64(text);
            return bytes && fromUtf8(bytes);
          }, "base64")
        : (text) => text;
    default:
      return (text) => text;
  }
};

/** A reader from a parser that returns undefined for what it cannot read. */
const check =
  (parse: (text: string) => unknown, expected: string): TextReader =>
  (text, path) => {
    const value = parse(text);
    if (value === undefined) throw malformed(path, expected);
    return value;
  };
