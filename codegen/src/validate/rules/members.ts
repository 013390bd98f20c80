import { hasTrait, trait } from "../../model/traits.js";
import { membersOf } from "../references.js";
import type { Rule } from "../scope.js";

/** Traits that take a member out of the JSON. */
const BOUND = ["httpHeader", "httpLabel", "httpPrefixHeaders", "httpQuery", "httpQueryParams"];

/** Members can be told apart, by their names and by what they are called in JSON. */
export const members: Rule = ({ shapes, error, warning }) => {
  for (const shape of shapes) {
    if (shape.type === "union" && shape.members.size === 0) {
      error(shape.id, "found a union without members, expected at least one");
    }
    if (shape.type !== "structure" && shape.type !== "union") continue;
    const names = new Map<string, string>();
    const jsonNames = new Map<string, string>();
    for (const member of membersOf(shape)) {
      const lowerCase = member.name.toLowerCase();
      const other = names.get(lowerCase);
      names.set(lowerCase, member.name);
      if (other !== undefined) {
        warning(member.id, `found a name that differs from member ${other} in nothing but case`);
      }
      if (BOUND.some((name) => hasTrait(member, name))) continue;
      const ownJsonName = trait(member, "jsonName");
      const jsonName = typeof ownJsonName === "string" ? ownJsonName : member.name;
      const same = jsonNames.get(jsonName);
      jsonNames.set(jsonName, member.name);
      if (same !== undefined) {
        error(
          member.id,
          `found the JSON name ${JSON.stringify(jsonName)}, which member ${same} has already`,
        );
      }
    }
  }
};
