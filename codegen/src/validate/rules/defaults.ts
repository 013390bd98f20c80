import { describeJson, isObject } from "../../model/json.js";
import type { Json, Model, Shape, ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";
import { memberMisfitsOf, misfitsOf, type Misfit } from "../../facts/values.js";

const DEFAULT = "smithy.api#default";

/** Default values are values of what they are a default for. */
export const defaults: Rule = ({ model, shapes, error, warning }) => {
  const check = (on: ShapeId, target: Shape | undefined, value: Json, misfits: Misfit[]): void => {
    for (const { kind, message } of misfits) {
      // Zero is what clients of old send for nothing, whatever the range.
      const report = kind === "constraint" && isZero(value) ? warning : error;
      report(on, `${message}, for the default`, DEFAULT);
    }
    if (target && misfits.length === 0 && !canDefault(target, value)) {
      error(
        on,
        `found the default ${describeJson(value)}, expected ${expectedDefault(target)}`,
        DEFAULT,
      );
    }
  };
  for (const shape of shapes) {
    const own = trait(shape, DEFAULT);
    if (own !== undefined && own !== null)
      check(shape.id, shape, own, misfitsOf(model, shape.id, own));
    for (const member of membersOf(shape)) {
      const value = trait(member, DEFAULT);
      // A null default says that there is none.
      if (value === undefined || value === null) continue;
      check(
        member.id,
        targetShape(model, member.target),
        value,
        memberMisfitsOf(model, member, value),
      );
    }
  }
};

const targetShape = (model: Model, id: ShapeId): Shape | undefined => model.shapes.get(id);

const isZero = (value: Json): boolean => value === 0 || value === "" || value === false;

/** Lists and maps start empty, and structures and unions not at all. */
const canDefault = (target: Shape, value: Json): boolean => {
  switch (target.type) {
    case "list":
      return Array.isArray(value) && value.length === 0;
    case "map":
      return isObject(value) && Object.keys(value).length === 0;
    case "document":
      return typeof value !== "object" || value === null || Object.keys(value).length === 0;
    case "structure":
    case "union":
      return false;
    default:
      return true;
  }
};

const expectedDefault = (target: Shape): string =>
  target.type === "structure" || target.type === "union"
    ? `none, as it is of ${target.type} ${target.id}`
    : `an empty one, as it is of ${target.type} ${target.id}`;
