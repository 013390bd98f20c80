import { quoteJson } from "../../model/json.js";
import type { Member, Shape } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { boundsOf } from "../../facts/constraints.js";
import { patternOf } from "../../facts/patterns.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

/** Bounds leave something between them, and patterns are ones that JavaScript knows too. */
export const constraints: Rule = ({ shapes, error, warning }) => {
  const check = (on: Shape | Member): void => {
    for (const name of ["length", "range"]) {
      const bounds = boundsOf(trait(on, name));
      if (!bounds) continue;
      const { min, max } = bounds;
      if (min !== undefined && max !== undefined && min > max) {
        error(
          on.id,
          `found ${name} from ${min} to ${max}, expected min to be at most max`,
          `smithy.api#${name}`,
        );
      }
      if (name === "length" && [min, max].some((bound) => bound !== undefined && bound < 0))
        error(on.id, `found a negative ${name}, expected 0 or more`, "smithy.api#length");

      if (min === undefined && max === undefined) {
        warning(
          on.id,
          `found a ${name} without min and max, expected at least one`,
          `smithy.api#${name}`,
        );
      }
    }
    const text = trait(on, "pattern");
    if (typeof text !== "string") return;
    const pattern = patternOf(text);
    if ("source" in pattern) return;
    const { isMistake, reason } = pattern;
    const report = isMistake ? error : warning;
    report(
      on.id,
      isMistake
        ? `found the pattern ${quoteJson(text)}, expected a regular expression: ${reason}`
        : `found the pattern ${quoteJson(text)}, which JavaScript does not understand: ${reason}; it is not checked`,
      "smithy.api#pattern",
    );
  };
  for (const shape of shapes) {
    check(shape);
    membersOf(shape).forEach(check);
  }
};
