import { isObject, property } from "../model/json.js";
import type { EnumShape, Json, Member, Shape } from "../model/model.js";
import { hasTrait, trait } from "../model/traits.js";

/** A value of an enum. */
export interface EnumValue {
  readonly value: Json;
  /** Accepted by the service, but nothing to tell its users of. */
  readonly isInternal: boolean;
}

/** Whether the shape is an enum whose values have names. */
export const isEnum = (shape: Shape | undefined): shape is EnumShape =>
  shape?.type === "enum" || shape?.type === "intEnum";

/** The value that an enum's member stands for. */
export const enumValueOf = (member: Member): Json => trait(member, "enumValue") ?? member.name;

/**
 * The values that a shape is limited to: those of an enum, or of a string with the older `enum` trait,
 * where they have no names. Undefined where there is no such limit.
 */
export const enumValuesOf = (shape: Shape): readonly EnumValue[] | undefined => {
  if (isEnum(shape)) {
    return [...shape.members.values()].map((member) => ({
      value: enumValueOf(member),
      isInternal: hasTrait(member, "internal"),
    }));
  }
  return shape.type === "string" ? listedValuesOf(trait(shape, "enum")) : undefined;
};

/** The values that an `enum` trait lists. */
export const listedValuesOf = (definitions: Json | undefined): readonly EnumValue[] | undefined => {
  if (!Array.isArray(definitions)) return undefined;
  return (definitions as readonly Json[]).flatMap((definition) => {
    const value = isObject(definition) ? property(definition, "value") : undefined;
    if (value === undefined || !isObject(definition)) return [];
    const tags = property(definition, "tags");
    return [{ value, isInternal: Array.isArray(tags) && tags.includes("internal") }];
  });
};
