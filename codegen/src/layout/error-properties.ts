import type { Member } from "../model/model.js";

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

/** The property of an error's class that holds a member: errors have some names for themselves. */
export const errorProperty = ({ name }: Member): string =>
  OWN_PROPERTIES.has(name) ? `_${name}` : name;
