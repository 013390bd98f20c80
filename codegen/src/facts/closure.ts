import {
  type DataShape,
  type Model,
  type OperationShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  namespaceOf,
  shapeOf,
} from "../model/model.js";

/** All that a service reaches. */
export interface Closure {
  /** Sorted by name. */
  readonly operations: readonly OperationShape[];
  /** Structures, unions, enums, lists, maps and simple shapes, without Smithy's prelude; sorted by id. */
  readonly shapes: readonly DataShape[];
}

/** Walks from a service over resources, operations, inputs, outputs and errors to every shape they use. */
export const closureOf = (model: Model, service: ServiceShape): Closure => {
  const operations = new Map<ShapeId, OperationShape>();
  const shapes = new Map<ShapeId, DataShape>();
  const seen = new Set<ShapeId>();
  const queue: ShapeId[] = [service.id];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const shape = shapeOf(model, id);
    queue.push(...neighboursOf(shape));
    if (shape.type === "operation") operations.set(id, shape);
    else if (shape.type === "service" || shape.type === "resource") continue;
    else if (namespaceOf(id) !== "smithy.api") shapes.set(id, shape);
  }
  return { operations: sorted(operations.values()), shapes: sorted(shapes.values()) };
};

/** The shapes that a shape refers to. */
const neighboursOf = (shape: Shape): ShapeId[] => {
  switch (shape.type) {
    case "service":
      return [...shape.operations, ...shape.resources, ...shape.errors];
    case "resource":
      return [
        ...Object.values(shape.lifecycle),
        ...shape.operations,
        ...shape.collectionOperations,
        ...shape.resources,
      ];
    case "operation":
      return [shape.input, shape.output, ...shape.errors];
    case "structure":
    case "union":
      return [...shape.members.values()].map((member) => member.target);
    case "list":
      return [shape.member.target];
    case "map":
      return [shape.key.target, shape.value.target];
    default:
      return [];
  }
};

/** By name first, as a reader looks for them; by id where two namespaces share one. */
const sorted = <T extends Shape>(shapes: Iterable<T>): T[] => {
  const key = (shape: T) => `${shape.id.slice(shape.id.indexOf("#") + 1)}#${shape.id}`;
  return [...shapes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
};
