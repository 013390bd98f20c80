import { type Model, type Shape, type ShapeId, dataShapeOf } from "../model/model.js";
import { hasMemberTrait, hasTrait } from "../model/traits.js";
import { type Reference, referencesOf } from "./references.js";
import { membersOf } from "./shapes.js";

/**
 * The shapes to which references lead from some, themselves included, in the order they are found.
 * What is not in the model is passed over.
 *
 * @param follows - Which references lead on; all, where absent.
 */
export const walk = (
  model: Model,
  from: Iterable<ShapeId>,
  follows: (reference: Reference) => boolean = () => true,
): Shape[] => {
  const found = new Set<Shape>();
  const add = (id: ShapeId) => {
    const shape = model.shapes.get(id);
    if (shape) found.add(shape);
  };
  for (const id of from) add(id);
  // A set grows while it is walked, so this reaches everything.
  for (const shape of found)
    for (const reference of referencesOf(shape)) if (follows(reference)) add(reference.target);

  return [...found];
};

/** All shapes that can be reached from some, themselves included. */
export const reachableFrom = (model: Model, roots: Iterable<ShapeId>): ReadonlySet<ShapeId> =>
  new Set(walk(model, roots).map(({ id }) => id));

/** The shapes from which a shape that satisfies the test can be reached. */
export const shapesThatReach = (
  model: Model,
  shapes: Iterable<ShapeId>,
  test: (id: ShapeId) => boolean,
): ReadonlySet<ShapeId> => {
  const users = new Map<ShapeId, ShapeId[]>();
  const found = new Set<ShapeId>();
  const queue: ShapeId[] = [];
  for (const id of reachableFrom(model, shapes)) {
    if (test(id)) queue.push(id);
    for (const { target } of membersOf(dataShapeOf(model, id))) {
      const list = users.get(target);
      if (list) list.push(id);
      else users.set(target, [id]);
    }
  }
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    queue.push(...(users.get(id) ?? []));
  }
  return found;
};

/** The shapes that are sensitive or hold something that is. */
export const sensitiveShapes = (model: Model, shapes: Iterable<ShapeId>): ReadonlySet<ShapeId> =>
  shapesThatReach(model, shapes, (id) => {
    const shape = dataShapeOf(model, id);
    return (
      hasTrait(shape, "sensitive") ||
      membersOf(shape).some((member) => hasMemberTrait(model, member, "sensitive"))
    );
  });
