import type { Model, Shape, ShapeId } from "../model/model.js";
import type { Problem } from "../model/problem.js";

/** The model without some operations: services and resources no longer name them. */
export const omitOperations = (
  model: Model,
  ids: readonly ShapeId[],
): { readonly model: Model; readonly problems: Problem[] } => {
  if (ids.length === 0) return { model, problems: [] };
  const omitted = new Set(ids);
  const problems = ids.flatMap((id): Problem[] => {
    const shape = model.shapes.get(id);
    if (shape?.type === "operation") return [];
    const message = `found ${shape ? `the ${shape.type} ${id}` : `no shape ${id}`} to leave out, expected an operation`;
    return [{ file: shape?.file ?? "", shape: id, severity: "error", message }];
  });
  const shapes = [...model.shapes].flatMap(([id, shape]): [ShapeId, Shape][] =>
    shape.type === "operation" && omitted.has(id) ? [] : [[id, without(shape, omitted)]],
  );
  return { model: { ...model, shapes: new Map(shapes) }, problems };
};

const without = (shape: Shape, omitted: ReadonlySet<ShapeId>): Shape => {
  const left = (ids: readonly ShapeId[]) => ids.filter((id) => !omitted.has(id));
  switch (shape.type) {
    case "service":
      return { ...shape, operations: left(shape.operations) };
    case "resource":
      return {
        ...shape,
        operations: left(shape.operations),
        collectionOperations: left(shape.collectionOperations),
        lifecycle: Object.fromEntries(
          Object.entries(shape.lifecycle).filter(([, id]) => !omitted.has(id)),
        ),
      };
    default:
      return shape;
  }
};
