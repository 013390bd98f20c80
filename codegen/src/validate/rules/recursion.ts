import type { Model, Shape, ShapeId, StructureShape } from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { membersOf } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

/** Recursive shapes can be built: some value of them ends. */
export const recursion: Rule = ({ model, shapes, error }) => {
  const buildable = findBuildable(model);
  const endless = endlessLists(model, shapes);
  for (const shape of shapes) {
    if (shape.type === "structure" || shape.type === "union") {
      if (buildable.has(shape.id)) continue;
      const open = membersNeeded(shape).filter((member) => !buildable.has(member.target));
      // Where a structure merely uses a shape that cannot be built, that shape is the one to name.
      if (!open.some((member) => leadsTo(model, member.target, shape.id))) continue;
      const names = open.map((member) => member.name).join(", ");
      error(
        shape.id,
        shape.type === "union"
          ? `found a union whose every member (${names}) holds itself, expected one that does not`
          : `found members that are required and lead back to the structure (${names}), so that no value ends; expected one of them to be optional`,
      );
    } else if (endless.has(shape)) {
      error(
        shape.id,
        `found a ${shape.type} that holds nothing but itself, expected a structure or union in between`,
      );
    }
  }
};

/** The members a value cannot do without; a union needs one of all it has. */
const membersNeeded = (shape: StructureShape) =>
  [...shape.members.values()].filter(
    (member) => shape.type === "union" || hasTrait(member, "required"),
  );

/** Grows the set of shapes that have a value until nothing is added. */
const findBuildable = (model: Model): ReadonlySet<ShapeId> => {
  const buildable = new Set<ShapeId>();
  let open: StructureShape[] = [];
  for (const shape of model.shapes.values()) {
    if (shape.type === "structure" || shape.type === "union") open.push(shape);
    else buildable.add(shape.id);
  }
  const isFine = (id: ShapeId): boolean => buildable.has(id) || !model.shapes.has(id);
  for (let before = -1; before !== open.length;) {
    before = open.length;
    open = open.filter((shape) => {
      const needed = membersNeeded(shape);
      const fine =
        shape.type === "union" && needed.length > 0
          ? needed.some((member) => isFine(member.target))
          : needed.every((member) => isFine(member.target));
      if (fine) buildable.add(shape.id);
      return !fine;
    });
  }
  return buildable;
};

const leadsTo = (model: Model, from: ShapeId, to: ShapeId): boolean => {
  const seen = new Set<ShapeId>([from]);
  for (const id of seen) {
    if (id === to) return true;
    const shape = model.shapes.get(id);
    if (shape?.type !== "structure" && shape?.type !== "union") continue;
    for (const member of membersNeeded(shape)) seen.add(member.target);
  }
  return false;
};

/** The lists and maps that hold nothing but themselves. */
const endlessLists = (model: Model, shapes: readonly Shape[]): ReadonlySet<Shape> => {
  const endless = new Set<Shape>();
  const done = new Set<Shape>();
  for (const shape of shapes) {
    const way = new Set<Shape>();
    let next: Shape | undefined = shape;
    while (next && (next.type === "list" || next.type === "map") && !done.has(next)) {
      if (way.has(next)) {
        const all = [...way];
        for (const each of all.slice(all.indexOf(next))) endless.add(each);
        break;
      }
      way.add(next);
      next = model.shapes.get(membersOf(next).at(-1)?.target ?? "");
    }
    for (const each of way) done.add(each);
  }
  return endless;
};
