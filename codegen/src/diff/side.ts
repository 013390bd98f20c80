import { errorIdsOf } from "../facts/errors.js";
import { type Facts, factsOf } from "../facts/facts.js";
import { isDeclared } from "../facts/names.js";
import { reachableFrom } from "../facts/reach.js";
import type { DataShape, Model, ServiceShape, ShapeId } from "../model/model.js";

/** One of the two models, as the rules see it: one service, and what it reaches. */
export interface Side extends Facts {
  /** The shapes that requests hold. */
  readonly requests: ReadonlySet<ShapeId>;
  /** The shapes that responses and errors hold. */
  readonly responses: ReadonlySet<ShapeId>;
}

/** The side of one service. */
export const sideOf = (model: Model, service: ServiceShape): Side => {
  const facts = factsOf(model, service, "");
  const { operations } = facts;
  const outputs = operations.flatMap((operation) => [
    operation.output,
    ...errorIdsOf(service, operation),
  ]);
  return {
    ...facts,
    requests: reachableFrom(
      model,
      operations.map(({ input }) => input),
    ),
    responses: reachableFrom(model, [...outputs, ...service.errors]),
  };
};

/** The name that users know a shape by; undefined where the client writes out its type instead. */
export const typeNameOf = (side: Side, shape: DataShape): string | undefined =>
  isDeclared(shape) ? side.names.type(shape.id) : undefined;
