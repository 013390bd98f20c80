import type { Facts } from "../../facts/facts.js";
import { timestampFormat } from "../../facts/members.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";

/** Where text stands for a value outside of a JSON document. */
export type TextPlace = "label" | "query" | "header";

/** Code for the text of a single value that is there. */
export const writeText = (
  facts: Facts,
  member: Member,
  value: string,
  place: TextPlace,
  imports: Imports,
): string => {
  const call = (name: string) => `${imports.value(name, RUNTIME)}(${value})`;
  const shape = dataShapeOf(facts.model, member.target);
  switch (shape.type) {
    case "string":
      return place === "header" && hasMemberTrait(facts.model, member, "mediaType")
        ? call("writeMediaTypeHeader")
        : value;
    case "enum":
      return value;
    case "timestamp":
      switch (
        timestampFormat(facts.model, member, place === "header" ? "http-date" : "date-time")
      ) {
        case "epoch-seconds":
          return `String(${call("writeEpochSeconds")})`;
        case "http-date":
          return call("writeHttpDate");
        default:
          return call("writeDateTime");
      }
    case "blob":
      return call("writeBlob");
    default:
      return `String(${value})`;
  }
};

/** Code for the value that a header's text stands for; the text is `value`. */
export const readText = (facts: Facts, member: Member, value: string, imports: Imports): string => {
  const call = (name: string) => `${imports.value(name, RUNTIME)}(${value})`;
  const shape = dataShapeOf(facts.model, member.target);
  switch (shape.type) {
    case "boolean":
      return call("readBooleanHeader");
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return `Number(${value})`;
    case "bigInteger":
      return call("readBigInteger");
    case "bigDecimal":
      return call("readBigDecimal");
    case "timestamp":
      switch (timestampFormat(facts.model, member, "http-date")) {
        case "epoch-seconds":
          return call("readEpochSecondsHeader");
        case "http-date":
          return call("readHttpDateHeader");
        default:
          return call("readDateTimeHeader");
      }
    case "blob":
      return call("readBlob");
    case "string":
      return hasMemberTrait(facts.model, member, "mediaType") ? call("readMediaTypeHeader") : value;
    default:
      return value;
  }
};

/** Code for a header that may hold a list. */
export const writeHeader = (
  facts: Facts,
  member: Member,
  value: string,
  imports: Imports,
): string => {
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return writeText(facts, member, value, "header", imports);
  const item = writeText(facts, shape.member, "item", "header", imports);
  const { type } = dataShapeOf(facts.model, shape.member.target);
  // A date of HTTP holds a comma, yet is never quoted.
  if (type === "timestamp") return `${value}.map((item) => ${item}).join(", ")`;
  const list =
    item === "item" || item === "String(item)" ? value : `${value}.map((item) => ${item})`;
  return `${imports.value("writeListHeader", RUNTIME)}(${list})`;
};

/** Code for the value of a header that may hold a list. */
export const readHeader = (
  facts: Facts,
  member: Member,
  value: string,
  imports: Imports,
): string => {
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return readText(facts, member, value, imports);
  const isHttpDate =
    dataShapeOf(facts.model, shape.member.target).type === "timestamp" &&
    timestampFormat(facts.model, shape.member, "http-date") === "http-date";
  if (isHttpDate) return `${imports.value("readHttpDateListHeader", RUNTIME)}(${value})`;
  const item = readText(facts, shape.member, "item", imports);
  const list = `${imports.value("readListHeader", RUNTIME)}(${value})`;
  return item === "item" ? list : `${list}.map((item) => ${item})`;
};
