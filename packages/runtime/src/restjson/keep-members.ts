import type { JsonObject } from "../operation.js";

/**
 * Leaves of a JSON object what the model knows and what has a value. Objects as `JSON.parse` made
 * them are far quicker to use than copies, so they become the output.
 */
export function keepMembers(json: JsonObject, members: ReadonlySet<string>): void {
  for (const key of Object.keys(json)) {
    if (json[key] === null || !members.has(key)) {
      delete json[key];
    }
  }
}
