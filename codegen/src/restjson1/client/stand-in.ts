import type { Facts } from "../../facts/facts.js";
import { isRequired } from "../../facts/members.js";
import { typedLiteral } from "../../layout/typed-literal.js";
import { type Json, type Member, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, hasTrait, trait } from "../../model/traits.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  type ObjectEntry,
  array,
  call,
  construct,
  entry,
  literal,
  name,
  object,
} from "../../typescript/tree.js";

/** What a member that a response lacks becomes: its default, or for required members an empty value. */
export const standIn = (facts: Facts, member: Member): Expression | undefined => {
  const value = trait(member, "default");
  if (value !== undefined && value !== null && !hasTrait(member, "clientOptional")) {
    return defaultValue(facts, member, value);
  }
  return isRequired(member) ? emptyValue(facts, member) : undefined;
};

/** Whether a header has to be there. One with a default need not be, and no header is an empty list. */
export const isIndispensable = ({ model }: Facts, header: Member): boolean =>
  isRequired(header) &&
  (trait(header, "default") ?? null) === null &&
  dataShapeOf(model, header.target).type !== "list";

/** A default as TypeScript. Simple values and empty collections are all that the model may say. */
const defaultValue = (facts: Facts, member: Member, value: Json): Expression => {
  switch (dataShapeOf(facts.model, member.target).type) {
    case "blob":
      return value === "" ? noBytes() : call(runtime.internal.readBlob, literal(value));
    case "bigDecimal":
      return bigDecimal(String(value));
    default:
      return typedLiteral(facts.model, member.target, value);
  }
};

const noBytes = (): Expression => construct(name("Uint8Array"));

const bigDecimal = (text: string): Expression =>
  construct(runtime.internal.NumericValue, literal(text), literal("bigDecimal"));

/** How deep structures in structures are followed: one that needs itself has no empty value. */
const DEEPEST = 20;

/**
 * What a required member becomes when a response lacks it, after Smithy's client error correction:
 * an empty value of its type, so that the types keep their word. Undefined where no such value exists.
 */
const emptyValue = (facts: Facts, member: Member, depth = 0): Expression | undefined => {
  const shape = dataShapeOf(facts.model, member.target);
  switch (shape.type) {
    case "boolean":
      return literal(false);
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
    case "intEnum":
      return literal(0);
    case "bigInteger":
      return literal(0n);
    case "bigDecimal":
      return bigDecimal("0");
    case "string":
    case "enum":
      return literal("");
    case "blob":
      return hasMemberTrait(facts.model, member, "streaming") ? undefined : noBytes();
    case "timestamp":
      return construct(name("Date"), literal(0));
    case "document":
      return literal(null);
    case "list":
      return array([]);
    case "map":
      return object([]);
    case "union":
      return object([entry("$unknown", array([literal(""), literal(null)]))]);
    case "structure": {
      if (depth > DEEPEST) return undefined;
      const entries: ObjectEntry[] = [];
      for (const inner of [...shape.members.values()].filter(isRequired)) {
        const value = emptyValue(facts, inner, depth + 1);
        if (value === undefined) return undefined;
        entries.push(entry(inner.name, value));
      }
      return object(entries);
    }
  }
};
