import { isRequired } from "../facts/members.js";
import type { Path } from "../facts/pagination.js";
import { type Expression, member } from "../typescript/tree.js";

/** What stands at the end of a path: `page.result?.token`. */
export const valueOnPath = (from: Expression, { members }: Path): Expression => {
  let value = from;
  let optional = false;
  for (const step of members) {
    value = member(value, step.name, optional);
    optional ||= !isRequired(step);
  }
  return value;
};
