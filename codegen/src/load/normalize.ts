import { isObject, property } from "../model/json.js";
import type { Json, ShapeId } from "../model/model.js";
import type { Draft, DraftMember, DraftTraits } from "./draft.js";
import { VERSION_1_PRIMITIVE, ZERO_VALUES } from "./read-ast.js";

/** Brings older ways to write a shape to the one of Smithy 2.0, in place. */
export const normalize = (drafts: ReadonlyMap<ShapeId, Draft>): void => {
  addVersion1Defaults(drafts);
  for (const draft of drafts.values()) {
    setToList(draft);
    enumTraitToShape(draft);
    addEnumValues(draft);
  }
};

/** In version 1.0 members of primitive types start with zero or false, unless they are boxed. */
const addVersion1Defaults = (drafts: ReadonlyMap<ShapeId, Draft>): void => {
  for (const draft of drafts.values()) {
    for (const { target, traits } of draft.members.values()) {
      if (!traits.delete(VERSION_1_PRIMITIVE)) continue;
      const shape = drafts.get(target);
      const isPrimitive =
        shape?.traits.has(VERSION_1_PRIMITIVE) || target.startsWith("smithy.api#Primitive");
      const zero = ZERO_VALUES.get(shape?.type ?? "");
      const isFree = !traits.has("smithy.api#default") && !traits.has("smithy.api#required");
      if (isPrimitive && zero !== undefined && isFree) traits.set("smithy.api#default", zero);
    }
  }
  for (const draft of drafts.values()) draft.traits.delete(VERSION_1_PRIMITIVE);
};

const setToList = (draft: Draft): void => {
  if (draft.type !== "set") return;
  draft.type = "list";
  draft.traits.set("smithy.api#uniqueItems", {});
};

/** A string whose `enum` trait names all its values is an enum; without names it stays a string. */
const enumTraitToShape = (draft: Draft): void => {
  const definitions = draft.traits.get("smithy.api#enum");
  if (draft.type !== "string" || !Array.isArray(definitions)) return;
  const members = new Map<string, DraftMember>();
  for (const definition of definitions as Json[]) {
    const member = enumMember(definition);
    if (!member || members.has(member.name)) return;
    members.set(member.name, { target: "smithy.api#Unit", traits: member.traits });
  }
  draft.type = "enum";
  draft.members = members;
  draft.traits.delete("smithy.api#enum");
};

const enumMember = (definition: Json): { name: string; traits: DraftTraits } | undefined => {
  if (!isObject(definition)) return undefined;
  const name = property(definition, "name");
  const value = property(definition, "value");
  if (typeof name !== "string" || !/^[A-Za-z_]\w*$/.test(name) || typeof value !== "string")
    return undefined;

  const traits: DraftTraits = new Map([["smithy.api#enumValue", value]]);
  for (const trait of ["documentation", "tags"]) {
    const text = property(definition, trait);
    if (text !== undefined) traits.set(`smithy.api#${trait}`, text);
  }
  if (property(definition, "deprecated") === true) traits.set("smithy.api#deprecated", {});
  // The trait had no other way to say so.
  if (isInternal(property(definition, "tags"))) traits.set("smithy.api#internal", {});
  return { name, traits };
};

const isInternal = (tags: Json | undefined): boolean =>
  Array.isArray(tags) && tags.includes("internal");

/** An enum member without a value has its name as value; an intEnum's must say its number. */
const addEnumValues = (draft: Draft): void => {
  if (draft.type !== "enum") return;
  for (const [name, { traits }] of draft.members)
    if (!traits.has("smithy.api#enumValue")) traits.set("smithy.api#enumValue", name);
};
