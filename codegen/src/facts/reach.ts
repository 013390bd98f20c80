import { type Member, type Model, type ShapeId, dataShapeOf } from "../model/model.js";
import { hasMemberTrait, hasTrait } from "../model/traits.js";

/** The members through which a data shape leads on. */
export const membersOf = (model: Model, id: ShapeId): readonly Member[] => {
  const shape = dataShapeOf(model, id);
  switch (shape.type) {
    case "structure":
    case "union":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
};

/** All shapes that can be reached from some, themselves included. */
export const reachableFrom = (model: Model, roots: Iterable<ShapeId>): ReadonlySet<ShapeId> => {
  const seen = new Set<ShapeId>();
  const queue = [...roots];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    queue.push(...membersOf(model, id).map((member) => member.target));
  }
  return seen;
};

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
    for (const { target } of membersOf(model, id)) {
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
      membersOf(model, id).some((member) => hasMemberTrait(model, member, "sensitive"))
    );
  });
