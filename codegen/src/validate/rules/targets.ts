import type { Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { referencesOf, type Expected } from "../../facts/references.js";
import type { Rule } from "../scope.js";
import { aType } from "../text.js";

/** Whatever a shape points to is there, and is of the right kind. */
export const targets: Rule = ({ model, shapes, error }) => {
  for (const shape of shapes) {
    for (const { target, expected, from, property } of referencesOf(shape)) {
      const where = property === undefined ? "target" : `"${property}" entry`;
      const found = model.shapes.get(target);
      if (!found) {
        error(from, `found ${where} ${target}, which is not in the model`);
      } else if (!fits(found, expected)) {
        error(
          from,
          `found ${where} ${target}, ${aType(found.type)}, expected ${DESCRIPTION[expected]}`,
        );
      } else if (hasTrait(found, "mixin") && expected !== "shape") {
        error(from, `found ${where} ${target}, a mixin, expected a shape that is none`);
      }
    }
  }
};

const DESCRIPTION: Readonly<Record<Expected, string>> = {
  data: "a shape that holds data",
  error: "a structure with the trait smithy.api#error",
  operation: "an operation",
  resource: "a resource",
  string: "a string or enum",
  structure: "a structure",
  shape: "a shape",
};

const fits = (shape: Shape, expected: Expected): boolean => {
  switch (expected) {
    case "data":
      return !["operation", "resource", "service"].includes(shape.type);
    case "error":
      return shape.type === "structure" && hasTrait(shape, "error");
    case "string":
      return shape.type === "string" || shape.type === "enum";
    case "shape":
      return true;
    default:
      return shape.type === expected;
  }
};
