import { boundsOf } from "../../facts/constraints.js";
import { patternOf } from "../../facts/patterns.js";
import type { Json, Traits } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { type ObjectEntry, entry, literal } from "../../typescript/tree.js";

/** The traits of a shape or member that the mock acts on, as properties of its schema. */
export const schemaTraits = (on: { readonly traits: Traits }): ObjectEntry[] => {
  const entries: Readonly<Record<string, Json | undefined>> = {
    length: trait(on, "length"),
    range: rangeOf(trait(on, "range")),
    pattern: patternSource(trait(on, "pattern")),
    timestampFormat: trait(on, "timestampFormat"),
    mediaType: trait(on, "mediaType"),
    ...(hasTrait(on, "sensitive") && { sensitive: true }),
  };
  return Object.entries(entries).flatMap(([key, value]) =>
    value === undefined ? [] : [entry(key, literal(value))],
  );
};

const rangeOf = (range: Json | undefined): Json | undefined => {
  const bounds = boundsOf(range);
  return bounds && { ...bounds };
};

/** The pattern in JavaScript's words. What has none is not enforced. */
const patternSource = (text: Json | undefined): string | undefined => {
  const pattern = typeof text === "string" ? patternOf(text) : undefined;
  return pattern && "source" in pattern ? pattern.source : undefined;
};
