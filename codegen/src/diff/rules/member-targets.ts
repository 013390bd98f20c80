import { isDeclared } from "../../facts/names.js";
import type { DataShape, ShapeId } from "../../model/model.js";
import type { Rule } from "../comparison.js";
import { BREAKING, PATCH } from "../impact.js";
import type { Side } from "../side.js";
import { named } from "../wording.js";

/**
 * Members that point to another shape. Names of structures, unions and enums matter to users; other
 * shapes are written out, so that only their types do. Their constraints are compared by other rules,
 * and the items of lists and maps as members of their own.
 */
export const changedMemberTargets: Rule = ({ before, after, members, report }) => {
  for (const pair of members.filter(({ retargeted }) => retargeted)) {
    if (pair.shapes.after.type === "enum" || pair.shapes.after.type === "intEnum") continue;
    const was = dataShape(before, pair.before.target);
    const is = dataShape(after, pair.after.target);
    if (!was || !is) continue;
    const fromTo = `from ${described(was)} to ${described(is)}`;
    const compatible = was.type === is.type && !isDeclared(was);
    report(
      "ChangedMemberTarget",
      pair.after.id,
      `target changed ${fromTo}${compatible ? ", which is compatible" : ""}`,
      compatible ? PATCH : BREAKING,
    );
  }
};

const dataShape = ({ model }: Side, id: ShapeId): DataShape | undefined =>
  model.shapes.get(id) as DataShape | undefined;

const described = (shape: DataShape): string => `${named(shape.id)} (${shape.type})`;
