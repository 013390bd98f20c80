import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import { literal, literalKey } from "../../typescript/names.js";
import { type Json, type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, trait } from "../../model/traits.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../../plan/packages.js";
import { typedLiteral } from "../../plan/typed-literal.js";

/** What a member that a response lacks becomes: its default, or for required members an empty value. */
export const standIn = (facts: Facts, member: Member, imports: Imports): string | undefined => {
  const value = trait(member, "default");
  if (value !== undefined && value !== null && !hasTrait(member, "clientOptional"))
    return defaultValue(facts, member, value, imports);
  return isRequired(member) ? emptyValue(facts, member, imports) : undefined;
};

/** A default as TypeScript. Simple values and empty collections are all that the model may say. */
const defaultValue = (facts: Facts, member: Member, value: Json, imports: Imports): string => {
  switch (dataShapeOf(facts.model, member.target).type) {
    case "blob":
      return value === ""
        ? "new Uint8Array()"
        : `${imports.value("readBlob", RUNTIME)}(${literal(value)})`;
    case "bigDecimal":
      return `new ${imports.value("NumericValue", RUNTIME)}(${literal(String(value))}, "bigDecimal")`;
    default:
      return typedLiteral(facts.model, member.target, value);
  }
};

/**
 * What a required member becomes when a response lacks it, after Smithy's client error correction:
 * an empty value of its type, so that the types keep their word. Undefined where no such value exists.
 */
const emptyValue = (
  facts: Facts,
  member: Member,
  imports: Imports,
  depth = 0,
): string | undefined => {
  const shape = dataShapeOf(facts.model, member.target);
  switch (shape.type) {
    case "boolean":
      return "false";
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return "0";
    case "bigInteger":
      return "0n";
    case "bigDecimal":
      return `new ${imports.value("NumericValue", RUNTIME)}("0", "bigDecimal")`;
    case "string":
    case "enum":
      return '""';
    case "blob":
      return hasMemberTrait(facts.model, member, "streaming") ? undefined : "new Uint8Array()";
    case "timestamp":
      return "new Date(0)";
    case "document":
      return "null";
    case "list":
      return "[]";
    case "map":
      return "{}";
    case "union":
      return '{ $unknown: ["", null] }';
    case "structure": {
      if (depth > 20) return undefined;
      const members = [...shape.members.values()].filter(isRequired).map((inner) => {
        const value = emptyValue(facts, inner, imports, depth + 1);
        return value === undefined ? undefined : `${literalKey(inner.name)}: ${value}`;
      });
      return members.includes(undefined)
        ? undefined
        : `{ ${members.join(", ")} }`.replace("{  }", "{}");
    }
  }
};
