import { eventsOf } from "../facts/event-streams.js";
import type { Facts } from "../facts/facts.js";
import { isRequired, isSparse } from "../facts/members.js";
import { type Member, type Shape, type ShapeId, dataShapeOf } from "../model/model.js";
import { hasMemberTrait, trait } from "../model/traits.js";
import {
  type DocTag,
  type Documentation,
  documentation,
  onOneLine,
  tag,
} from "../typescript/documentation.js";
import { runtime, smithy } from "../typescript/runtime.js";
import { type Type, apply, arrayOf, keyword, union } from "../typescript/tree.js";
import { typeSymbol } from "./client.js";

/** The TypeScript type of a member's value. */
export const memberType = (facts: Facts, member: Member): Type => {
  if (!hasMemberTrait(facts.model, member, "streaming")) return typeOf(facts, member.target);
  return eventsOf(facts.model, member)
    ? apply(keyword("AsyncIterable"), typeOf(facts, member.target))
    : smithy.StreamingBlobTypes;
};

/** The TypeScript type of a shape's value. */
export const typeOf = (facts: Facts, id: ShapeId): Type => {
  const { model } = facts;
  const shape = dataShapeOf(model, id);
  const orNull = (type: Type) => (isSparse(model, id) ? union(type, keyword("null")) : type);
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return id === "smithy.api#Unit" ? keyword("{}") : typeSymbol(facts, id);
    case "list":
      return arrayOf(orNull(typeOf(facts, shape.member.target)));
    case "map": {
      const value = orNull(typeOf(facts, shape.value.target));
      const key = typeOf(facts, shape.key.target);
      const record = apply(keyword("Record"), key, value);
      // A map need not have a value for each of an enum.
      return key.kind === "keyword" ? record : apply(keyword("Partial"), record);
    }
    case "string":
      return keyword("string");
    case "boolean":
      return keyword("boolean");
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return keyword("number");
    case "bigInteger":
      return keyword("bigint");
    case "bigDecimal":
      return runtime.internal.NumericValue;
    case "timestamp":
      return keyword("Date");
    case "blob":
      return keyword("Uint8Array");
    case "document":
      return smithy.DocumentType;
  }
};

/** A member of an interface or a class, as templates show it. */
export interface Property {
  readonly documentation: Documentation;
  readonly name: string;
  readonly isOptional: boolean;
  readonly type: Type;
}

/** A structure's member as a property: required ones are always there, optional ones may also be set to undefined. */
export const propertyOf = (facts: Facts, member: Member): Property => {
  const type = memberType(facts, member);
  const required = isRequired(member);
  return {
    documentation: documentationOf(member),
    name: member.name,
    isOptional: !required,
    type: required ? type : union(type, keyword("undefined")),
  };
};

/** What the model says of a shape or member, and whether it is deprecated. */
export const documentationOf = (on: Shape | Member): Documentation =>
  documentation([docOf(on)], deprecationOf(on));

/** The documentation trait of a shape or member. */
export const docOf = (on: Shape | Member): string | undefined => trait<string>(on, "documentation");

/** The `@deprecated` tag of a shape or member that has the trait. */
export const deprecationOf = (on: Shape | Member): DocTag[] => {
  const deprecated = trait<{ message?: string; since?: string }>(on, "deprecated");
  if (!deprecated) return [];
  const text = [deprecated.message, deprecated.since && `Since ${deprecated.since}.`]
    .filter(Boolean)
    .join(" ");
  return [tag("deprecated", onOneLine(text) || "Do not use.")];
};
