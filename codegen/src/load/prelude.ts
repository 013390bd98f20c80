import type { Draft, DraftTraits } from "./draft.js";
import { newDraft, ZERO_VALUES } from "./read-ast.js";
import { SIMPLE_TYPES } from "./simple-types.js";

/** The shapes every model may point to without defining them. */
export const preludeDrafts = (): Draft[] => {
  const simple = SIMPLE_TYPES.map((type) => preludeDraft(capitalize(type), type));
  const primitives = [...ZERO_VALUES].map(([type, zero]) =>
    preludeDraft(`Primitive${capitalize(type)}`, type, new Map([["smithy.api#default", zero]])),
  );
  const unit = preludeDraft("Unit", "structure", new Map([["smithy.api#unitType", {}]]));
  return [...simple, ...primitives, unit];
};

const preludeDraft = (name: string, type: string, traits: DraftTraits = new Map()): Draft => ({
  ...newDraft(`smithy.api#${name}`, type, "prelude"),
  traits,
});

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
