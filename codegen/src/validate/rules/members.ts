import { bindingOf } from "../../facts/bindings.js";
import { jsonName } from "../../facts/members.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

/** Members can be told apart, by their names and by what they are called in JSON. */
export const members: Rule = ({ shapes, error }) => {
  for (const shape of shapes) {
    if (shape.type === "union" && shape.members.size === 0)
      error(shape.id, "found a union without members, expected at least one");

    if (shape.type !== "structure" && shape.type !== "union") continue;
    const names = new Map<string, string>();
    const jsonNames = new Map<string, string>();
    for (const member of membersOf(shape)) {
      const lowerCase = member.name.toLowerCase();
      const other = names.get(lowerCase);
      names.set(lowerCase, member.name);
      if (other !== undefined)
        error(member.id, `found a name that differs from member ${other} in nothing but case`);

      if (bindingOf(member)) continue;
      const name = jsonName(member);
      const same = jsonNames.get(name);
      jsonNames.set(name, member.name);
      if (same !== undefined) {
        error(
          member.id,
          `found the JSON name ${JSON.stringify(name)}, which member ${same} has already`,
        );
      }
    }
  }
};
