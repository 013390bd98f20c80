import { membersOf, operationsOf, targetOf } from "../../facts/shapes.js";
import type { OperationShape, Shape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

/** Structures with the traits `input` and `output` are that of one operation, and nothing else. */
export const inputsAndOutputs: Rule = ({ model, shapes, error }) => {
  const operations = operationsOf(shapes);
  for (const [side, other] of [
    ["input", "output"],
    ["output", "input"],
  ] as const) {
    const users = new Map<Shape, OperationShape[]>();
    for (const operation of operations) {
      const own = model.shapes.get(operation[side]);
      if (own && hasTrait(own, side)) users.set(own, [...(users.get(own) ?? []), operation]);
      const opposite = model.shapes.get(operation[other]);
      if (!opposite || !hasTrait(opposite, side)) continue;
      error(
        operation.id,
        `found ${opposite.id} with the trait smithy.api#${side} as ${other}, expected a structure without it`,
      );
    }
    for (const [shape, all] of users) {
      if (all.length < 2) continue;
      const ids = all.map(({ id }) => id).sort();
      error(
        shape.id,
        `found the trait smithy.api#${side} on the ${side} of ${ids.join(" and ")}, expected it on that of one operation`,
        `smithy.api#${side}`,
      );
    }
    for (const member of shapes.flatMap(membersOf)) {
      const target = targetOf(model, member);
      if (!target || !hasTrait(target, side)) continue;
      error(
        member.id,
        `found target ${target.id} with the trait smithy.api#${side}, expected it as ${side} of an operation only`,
      );
    }
  }
};
