import { HTTP, httpTraitOf, patternOfUri } from "../../facts/bindings.js";
import type { Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { operationsOf, structureAt, targetOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";
import { aType } from "../text.js";

/** Each label of a URI has its required input member, and each `httpLabel` member its label. */
export const httpLabels: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const { uri } = httpTraitOf(operation);
    if (uri === undefined) continue;
    const members = [...(structureAt(model, operation.input)?.members.values() ?? [])];
    const bound = members.filter((member) => hasTrait(member, "httpLabel"));
    const labels = (patternOfUri(operation)?.segments ?? []).filter(
      (segment) => "label" in segment,
    );
    for (const { label } of labels) {
      if (bound.some((member) => member.name === label)) continue;
      error(
        operation.id,
        members.some((member) => member.name === label)
          ? `found URI label {${label}}, expected member ${label} of ${operation.input} to have the trait smithy.api#httpLabel`
          : `found URI label {${label}}, expected a member of that name in ${operation.input}`,
        HTTP,
      );
    }
    for (const member of bound) {
      const label = labels.find((segment) => segment.label === member.name);
      if (!label) {
        error(
          member.id,
          `found the trait smithy.api#httpLabel, expected a label {${member.name}} in the URI ${uri} of ${operation.id}`,
        );
      }
      if (!hasTrait(member, "required"))
        error(member.id, "found an optional member in a URI label, expected it to be required");

      const target = targetOf(model, member);
      if (target && !LABEL_TYPES.has(target.type)) {
        error(
          member.id,
          `found ${aType(target.type)} in a URI label, expected a string, number, boolean or timestamp`,
        );
      } else if (label?.greedy && target && target.type !== "string" && target.type !== "enum") {
        error(member.id, `found ${aType(target.type)} in a greedy URI label, expected a string`);
      }
    }
  }
};

/** Types that one piece of text can hold. */
export const LABEL_TYPES: ReadonlySet<Shape["type"]> = new Set([
  "bigDecimal",
  "bigInteger",
  "boolean",
  "byte",
  "double",
  "enum",
  "float",
  "integer",
  "intEnum",
  "long",
  "short",
  "string",
  "timestamp",
]);
