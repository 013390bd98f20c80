import { enumValuesOf } from "../../facts/enums.js";
import { isStream } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { isDeclared } from "../../facts/names.js";
import { membersOf } from "../../facts/shapes.js";
import {
  type DataShape,
  type Model,
  type ShapeId,
  dataShapeOf,
  namespaceOf,
  nameOf,
} from "../../model/model.js";
import { schemaSymbol } from "../../layout/mock.js";
import type { ImportSymbol } from "../../typescript/symbols.js";
import { schemaTraits } from "./schema-traits.js";

/** The shapes that have a schema of their own in the mock package. */
export interface SchemaShapes {
  readonly list: readonly DataShape[];
  readonly has: (id: ShapeId) => boolean;
  /** The file's name and the constant's without `Shape`; unique, whatever the case. */
  readonly name: (id: ShapeId) => string;
  /** Whether two shapes lead to each other, so that their constants cannot simply refer to one another. */
  readonly inOneCircle: (a: ShapeId, b: ShapeId) => boolean;
}

/** The constant that holds a shape's schema. */
export const schemaOf = (shapes: SchemaShapes, id: ShapeId): ImportSymbol =>
  schemaSymbol(shapes.name(id));

/** All but the simple shapes that say nothing more than their type. */
export const schemaShapesOf = (facts: Facts): SchemaShapes => {
  const { model } = facts;
  const list = facts.shapes.filter((shape) => !isPlain(shape));
  const names = schemaNames(facts, list);
  const circles = circlesOf(
    model,
    list.map(({ id }) => id),
  );
  return {
    list,
    has: (id) => names.has(id),
    name: (id) => {
      const name = names.get(id);
      if (name === undefined) throw new Error(`${id} has no schema of its own.`);
      return name;
    },
    inOneCircle: (a, b) => circles.get(a) === circles.get(b),
  };
};

const isPlain = (shape: DataShape): boolean => {
  if (namespaceOf(shape.id) === "smithy.api") return true;
  if (isDeclared(shape) || shape.type === "list" || shape.type === "map") return false;
  return schemaTraits(shape).length === 0 && !enumValuesOf(shape) && !isStream(shape);
};

/** Types keep their names; what has no type gives way to them. */
const schemaNames = (facts: Facts, shapes: readonly DataShape[]): Map<ShapeId, string> => {
  const taken = new Set<string>();
  const names = new Map<ShapeId, string>();
  const claim = (id: ShapeId, wanted: string) => {
    let name = wanted.charAt(0).toUpperCase() + wanted.slice(1);
    while (taken.has(name.toLowerCase())) name = `_${name}`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  };
  const declared = shapes.filter(isDeclared);
  for (const { id } of declared) claim(id, facts.names.type(id));
  for (const { id } of shapes)
    if (!names.has(id)) claim(id, facts.service.rename.get(id) ?? nameOf(id));
  return names;
};

/** The strongly connected components of the shapes (Tarjan), without recursion: models can be deep. */
const circlesOf = (model: Model, roots: readonly ShapeId[]): ReadonlyMap<ShapeId, number> => {
  const circles = new Map<ShapeId, number>();
  const order = new Map<ShapeId, number>();
  const low = new Map<ShapeId, number>();
  const open: ShapeId[] = [];
  let circle = 0;
  for (const root of roots) {
    if (order.has(root)) continue;
    const visits: { id: ShapeId; targets: ShapeId[] }[] = [];
    const enter = (id: ShapeId) => {
      order.set(id, order.size);
      low.set(id, order.get(id) ?? 0);
      open.push(id);
      visits.push({
        id,
        targets: membersOf(dataShapeOf(model, id)).map((member) => member.target),
      });
    };
    const lower = (id: ShapeId, to: number) => low.set(id, Math.min(low.get(id) ?? to, to));
    enter(root);
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets.pop();
      if (target !== undefined) {
        if (!order.has(target)) enter(target);
        else if (!circles.has(target)) lower(visit.id, order.get(target) ?? 0);
        continue;
      }
      visits.pop();
      const parent = visits.at(-1);
      if (parent) lower(parent.id, low.get(visit.id) ?? 0);
      if (low.get(visit.id) !== order.get(visit.id)) continue;
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        circles.set(id, circle);
        if (id === visit.id) break;
      }
      circle++;
    }
  }
  return circles;
};
