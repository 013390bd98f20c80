import type { Json, Traits } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { type ObjectEntry, entry, literal } from "../../typescript/tree.js";

/** Traits whose values the mock takes over, by the names they have in its schemas. */
const VALUES = ["length", "range", "pattern", "timestampFormat", "mediaType"] as const;

/** The traits of a shape or member that the mock acts on, as properties of its schema. */
export const schemaTraits = (on: { readonly traits: Traits }): ObjectEntry[] => [
  ...VALUES.flatMap((key): ObjectEntry[] => {
    const value = trait<Json>(on, key);
    return value === undefined
      ? []
      : [entry(key, literal(key === "range" ? numbers(value) : value))];
  }),
  ...(trait(on, "sensitive") === undefined ? [] : [entry("sensitive", literal(true))]),
];

/** Bounds may be written as text, where numbers are big. */
const numbers = (range: Json): Json =>
  Object.fromEntries(
    Object.entries(range as Record<string, Json>).map(([key, value]) => [key, Number(value)]),
  );
