import type { Member, StructureShape } from "../model/model.js";
import { isInherited } from "../typescript/names.js";

/** What an error has besides the members that the model gives it. */
const OWN_PROPERTIES: ReadonlySet<string> = new Set([
  "$fault",
  "$metadata",
  "$response",
  "$retryable",
  "$service",
  "cause",
  "name",
  "stack",
]);

/** The property of an error's class that holds a member: errors, and all objects, have some names for themselves. */
export const errorProperty = ({ members }: StructureShape, { name }: Member): string => {
  let property = name;
  while (
    OWN_PROPERTIES.has(property) ||
    isInherited(property) ||
    (property !== name && members.has(property))
  )
    property = `_${property}`;
  return property;
};
