import { boundsOf } from "../../facts/constraints.js";
import { patternOf } from "../../facts/patterns.js";
import { literal } from "../../typescript/names.js";
import type { Json, Traits } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";

/** A property of an object literal. */
export interface Entry {
  readonly key: string;
  readonly value: string;
}

/** The traits of a shape or member that the mock acts on, as properties of its schema. */
export const schemaTraits = (on: { readonly traits: Traits }): Entry[] => {
  const entries = {
    length: trait(on, "length"),
    range: boundsOf(trait(on, "range")),
    pattern: patternSource(trait(on, "pattern")),
    timestampFormat: trait(on, "timestampFormat"),
    mediaType: trait(on, "mediaType"),
    ...(hasTrait(on, "sensitive") && { sensitive: true }),
  };
  return Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [{ key, value: literal(value) }],
  );
};

/** The pattern in JavaScript's words. What has none is not enforced. */
const patternSource = (text: Json | undefined): string | undefined => {
  const pattern = typeof text === "string" ? patternOf(text) : undefined;
  return pattern && "source" in pattern ? pattern.source : undefined;
};
