import { isObject } from "../../model/json.js";
import type { Member, Shape } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { compilePattern } from "../pattern.js";
import { membersOf } from "../references.js";
import type { Rule } from "../scope.js";

/** Bounds leave something between them, and patterns are ones that JavaScript knows too. */
export const constraints: Rule = ({ shapes, error, warning }) => {
  const check = (on: Shape | Member): void => {
    for (const name of ["length", "range"]) {
      const value = trait(on, name);
      if (!isObject(value)) continue;
      const min = value["min"] === undefined ? undefined : Number(value["min"]);
      const max = value["max"] === undefined ? undefined : Number(value["max"]);
      if (min !== undefined && max !== undefined && min > max) {
        error(
          on.id,
          `found ${name} from ${min} to ${max}, expected min to be at most max`,
          `smithy.api#${name}`,
        );
      }
      if (name === "length" && [min, max].some((bound) => bound !== undefined && bound < 0)) {
        error(on.id, `found a negative ${name}, expected 0 or more`, "smithy.api#length");
      }
      if (min === undefined && max === undefined) {
        warning(
          on.id,
          `found a ${name} without min and max, expected at least one`,
          `smithy.api#${name}`,
        );
      }
    }
    const pattern = trait(on, "pattern");
    if (typeof pattern === "string" && !compilePattern(pattern)) {
      warning(
        on.id,
        `found the pattern ${JSON.stringify(pattern)}, which JavaScript does not understand; it is not checked`,
        "smithy.api#pattern",
      );
    }
  };
  for (const shape of shapes) {
    check(shape);
    membersOf(shape).forEach(check);
  }
};
