import {
  type DataShape,
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
  namespaceOf,
} from "../model/model.js";
import { walk } from "./reach.js";
import { operationsOf } from "./shapes.js";

/** All that a service reaches. */
export interface Closure {
  /** Sorted by name. */
  readonly operations: readonly OperationShape[];
  /** Structures, unions, enums, lists, maps and simple shapes, without Smithy's prelude; sorted by id. */
  readonly shapes: readonly DataShape[];
}

/** Walks from a service over resources, operations, inputs, outputs and errors to every shape they use. */
export const closureOf = (model: Model, service: ServiceShape): Closure => {
  const found = walk(model, [service.id], ({ property = "" }) => !ASIDE.has(property));
  return {
    operations: sorted(operationsOf(found)),
    shapes: sorted(found.filter(isData).filter(({ id }) => namespaceOf(id) !== "smithy.api")),
  };
};

/** References by which nothing is sent or received. */
const ASIDE: ReadonlySet<string> = new Set(["rename", "identifiers", "properties"]);

const isData = (shape: Shape): shape is DataShape =>
  shape.type !== "service" && shape.type !== "resource" && shape.type !== "operation";

/** By name first, as a reader looks for them; by id where two namespaces share one. */
const sorted = <T extends Shape>(shapes: Iterable<T>): T[] => {
  const key = (shape: T) => `${shape.id.slice(shape.id.indexOf("#") + 1)}#${shape.id}`;
  return [...shapes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};
