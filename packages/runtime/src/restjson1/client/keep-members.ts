import type { JsonObject } from "../../operation.js";

/**
 * Leaves in a parsed object only the members that the model knows and that are not null, in place:
 * responses are parsed for one reader, so nothing is copied. Services mostly write members in the
 * model's order, so the next name is looked for at the next index first.
 */
export const keepMembers = (json: JsonObject, members: readonly string[]): void => {
  if (typeof json !== "object") return;

  let index = 0;
  for (const name in json) {
    if (name !== members[index]) {
      index = members.indexOf(name);
      if (index < 0) {
        delete json[name];
        continue;
      }
    }
    index++;
    if (json[name] === null) delete json[name];
  }
};
