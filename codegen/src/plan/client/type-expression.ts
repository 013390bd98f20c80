import { eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isRequired, isSparse } from "../../facts/members.js";
import { propertyKey } from "../../typescript/names.js";
import { type Member, type ShapeId, dataShapeOf } from "../../model/model.js";
import { hasMemberTrait, trait } from "../../model/traits.js";
import { docComment, docOf } from "../../typescript/documentation.js";
import type { Imports } from "../../typescript/imports.js";
import { RUNTIME } from "../packages.js";

/** Where the types of a service are declared, seen from the file that uses them. */
export type TypeSource = (name: string) => string;

/** The TypeScript type of a member's value. */
export const memberType = (
  facts: Facts,
  member: Member,
  imports: Imports,
  source: TypeSource,
): string => {
  if (!hasMemberTrait(facts.model, member, "streaming")) {
    return typeOf(facts, member.target, imports, source);
  }
  return eventsOf(facts.model, member)
    ? `AsyncIterable<${typeOf(facts, member.target, imports, source)}>`
    : imports.type("StreamingBlobTypes", "@smithy/types");
};

/** The TypeScript type of a shape's value. */
export const typeOf = (facts: Facts, id: ShapeId, imports: Imports, source: TypeSource): string => {
  const { model, names } = facts;
  const shape = dataShapeOf(model, id);
  const typeOfMember = (member: Member) => typeOf(facts, member.target, imports, source);
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum": {
      if (id === "smithy.api#Unit") return "{}";
      const name = names.type(id);
      const from = source(name);
      return from === "" ? name : imports.type(name, from);
    }
    case "list": {
      const item = typeOfMember(shape.member);
      return isSparse(model, id)
        ? `(${item} | null)[]`
        : /[|&]/.test(item)
          ? `(${item})[]`
          : `${item}[]`;
    }
    case "map": {
      const value = `${typeOfMember(shape.value)}${isSparse(model, id) ? " | null" : ""}`;
      const key = typeOfMember(shape.key);
      return key === "string" ? `Record<string, ${value}>` : `Partial<Record<${key}, ${value}>>`;
    }
    case "string":
      return "string";
    case "boolean":
      return "boolean";
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "float":
    case "double":
      return "number";
    case "bigInteger":
      return "bigint";
    case "bigDecimal":
      return imports.type("NumericValue", RUNTIME);
    case "timestamp":
      return "Date";
    case "blob":
      return "Uint8Array";
    case "document":
      return imports.type("DocumentType", "@smithy/types");
  }
};

/** A member of an interface, as templates show it. */
export interface Property {
  readonly doc: string;
  /** `name`, `name?`, or quoted. */
  readonly key: string;
  readonly type: string;
}

/** A structure's member as a property: required ones are always there, optional ones may also be set to undefined. */
export const propertyOf = (
  facts: Facts,
  member: Member,
  imports: Imports,
  source: TypeSource,
): Property => {
  const type = memberType(facts, member, imports, source);
  const required = isRequired(member);
  return {
    doc: docComment([docOf(member)], deprecationOf(member)),
    key: propertyKey(member.name) + (required ? "" : "?"),
    type: required ? type : `${type} | undefined`,
  };
};

/** The `@deprecated` tag of a shape or member that has the trait. */
export const deprecationOf = (on: Parameters<typeof docOf>[0]): string[] => {
  const deprecated = trait<{ message?: string; since?: string }>(on, "deprecated");
  if (!deprecated) return [];
  const text = [deprecated.message, deprecated.since && `Since ${deprecated.since}.`]
    .filter(Boolean)
    .join(" ");
  return [
    `@deprecated ${text.replaceAll(/\s+/g, " ").replaceAll("*/", "*\\/").replaceAll("{@", "{\\@") || "Do not use."}`,
  ];
};
