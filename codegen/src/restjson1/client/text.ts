import type { Facts } from "../../facts/facts.js";
import { timestampFormat } from "../../facts/members.js";
import { type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  type Local,
  arrow,
  call,
  literal,
  local,
  method,
  name,
} from "../../typescript/tree.js";

/** Where text stands for a value outside of a JSON document. */
export type TextPlace = "label" | "query" | "header";

const text = (value: Expression): Expression => call(name("String"), value);

/** The text of a single value that is there. Where the value is its own text, it is the value itself. */
export const writeText = (
  facts: Facts,
  member: Member,
  value: Expression,
  place: TextPlace,
): Expression => {
  const { internal } = runtime;
  switch (dataShapeOf(facts.model, member.target).type) {
    case "string":
      return place === "header" && hasMemberTrait(facts.model, member, "mediaType")
        ? call(internal.writeMediaTypeHeader, value)
        : value;
    case "enum":
      return value;
    case "timestamp":
      switch (
        timestampFormat(facts.model, member, place === "header" ? "http-date" : "date-time")
      ) {
        case "epoch-seconds":
          return text(call(internal.writeEpochSeconds, value));
        case "http-date":
          return call(internal.writeHttpDate, value);
        default:
          return call(internal.writeDateTime, value);
      }
    case "blob":
      return call(internal.writeBlob, value);
    default:
      return text(value);
  }
};

/** Whether a value's text is what `String` makes of it, or the value itself. */
export const isPlainText = (facts: Facts, member: Member, place: TextPlace): boolean => {
  const probe = name("probe");
  const written = writeText(facts, member, probe, place);
  return written === probe || isString(written, probe);
};

const isString = (written: Expression, value: Expression): boolean =>
  written.kind === "call" &&
  written.callee.kind === "name" &&
  written.callee.name === "String" &&
  written.arguments[0] === value;

/** The value that a header's text stands for. */
const readText = (facts: Facts, member: Member, value: Expression): Expression => {
  const { internal } = runtime;
  switch (dataShapeOf(facts.model, member.target).type) {
    case "boolean":
      return call(internal.readBooleanHeader, value);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return call(name("Number"), value);
    case "bigInteger":
      return call(internal.readBigInteger, value);
    case "bigDecimal":
      return call(internal.readBigDecimal, value);
    case "timestamp":
      switch (timestampFormat(facts.model, member, "http-date")) {
        case "epoch-seconds":
          return call(internal.readEpochSecondsHeader, value);
        case "http-date":
          return call(internal.readHttpDateHeader, value);
        default:
          return call(internal.readDateTimeHeader, value);
      }
    case "blob":
      return call(internal.readBlob, value);
    case "string":
      return hasMemberTrait(facts.model, member, "mediaType")
        ? call(internal.readMediaTypeHeader, value)
        : value;
    default:
      return value;
  }
};

/** `list.map((item) => …)`, or the list itself where the items stay as they are. */
const mapItems = (list: Expression, convert: (item: Expression) => Expression): Expression => {
  const item: Local = { hint: "item" };
  const use = local(item);
  const converted = convert(use);
  return converted === use ? list : method(list, "map", [arrow([item], converted)]);
};

/** The text of a header that may hold a list. */
export const writeHeader = (facts: Facts, member: Member, value: Expression): Expression => {
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return writeText(facts, member, value, "header");
  const write = (item: Expression) => writeText(facts, shape.member, item, "header");
  // A date of HTTP holds a comma, yet is never quoted.
  if (dataShapeOf(facts.model, shape.member.target).type === "timestamp")
    return method(mapItems(value, write), "join", [literal(", ")]);

  const isPlain = isPlainText(facts, shape.member, "header");
  return call(runtime.internal.writeListHeader, isPlain ? value : mapItems(value, write));
};

/** The value of a header that may hold a list. */
export const readHeader = (facts: Facts, member: Member, value: Expression): Expression => {
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return readText(facts, member, value);
  const isHttpDate =
    dataShapeOf(facts.model, shape.member.target).type === "timestamp" &&
    timestampFormat(facts.model, shape.member, "http-date") === "http-date";
  if (isHttpDate) return call(runtime.internal.readHttpDateListHeader, value);
  return mapItems(call(runtime.internal.readListHeader, value), (item) =>
    readText(facts, shape.member, item),
  );
};

/** The text of a query parameter, or the texts where it may be given several times. */
export const writeQuery = (facts: Facts, member: Member, value: Expression): Expression => {
  const shape = dataShapeOf(facts.model, member.target);
  if (shape.type !== "list") return writeText(facts, member, value, "query");
  const item = name("item");
  const written = writeText(facts, shape.member, item, "query");
  if (isString(written, item)) return method(value, "map", [name("String")]);
  return mapItems(value, (each) => writeText(facts, shape.member, each, "query"));
};
