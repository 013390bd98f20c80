import type { JsonObject } from "../operation.js";

/**
 * Leaves in a parsed object only the members that the model knows and that are not null, in place:
 * responses are parsed for one reader, so nothing is copied.
 */
export function keepMembers(json: JsonObject, members: ReadonlySet<string>): void {
  if (typeof json !== "object") {
    return;
  }
  for (const name in json) {
    if (json[name] === null || !members.has(name)) {
      delete json[name];
    }
  }
}
