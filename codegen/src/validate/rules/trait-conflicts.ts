import { membersOf } from "../../facts/shapes.js";
import type { Member, Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

/** Traits of which a shape or member has one; those of HTTP bindings have a rule of their own. */
const PAIRS: readonly (readonly [string, string])[] = [
  ["readonly", "idempotent"],
  ["input", "output"],
  ["input", "error"],
  ["output", "error"],
  ["uniqueItems", "sparse"],
  ["required", "recommended"],
  ["eventHeader", "eventPayload"],
  ["property", "resourceIdentifier"],
  ["xmlAttribute", "xmlNamespace"],
];

/** No shape or member has traits that exclude each other. */
export const traitConflicts: Rule = ({ shapes, error }) => {
  const check = (on: Shape | Member): void => {
    for (const [one, other] of PAIRS) {
      if (!hasTrait(on, one) || !hasTrait(on, other)) continue;
      error(
        on.id,
        `found the traits smithy.api#${one} and smithy.api#${other}, expected one of them`,
        `smithy.api#${other}`,
      );
    }
  };
  for (const shape of shapes) {
    check(shape);
    membersOf(shape).forEach(check);
  }
};
