import { nameOf, type Shape, type ShapeId } from "../model/model.js";

/** The same thing in both models. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

/** What both models have, and what only one of them has. */
export interface Pairs<T> {
  readonly both: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/**
 * Pairs shapes by id. What is left over and has the same name and type in another namespace is the
 * same shape, moved: no generated name holds a namespace.
 */
export const pairShapes = <T extends Shape>(
  before: readonly T[],
  after: readonly T[],
  moved: ReadonlyMap<ShapeId, string> = new Map(),
): Pairs<T> => {
  const nameIn = (shape: T): string => `${shape.type} ${moved.get(shape.id) ?? nameOf(shape.id)}`;
  const byId = new Map(after.map((shape) => [shape.id, shape]));
  const both: Pair<T>[] = [];
  const left: T[] = [];
  for (const shape of before) {
    const same = byId.get(shape.id);
    if (same) both.push({ before: shape, after: same });
    else left.push(shape);
  }
  const paired = new Set(both.map((pair) => pair.after.id));
  const unpaired = after.filter((shape) => !paired.has(shape.id));
  const byName = new Map(unpaired.map((shape) => [nameIn(shape), shape]));
  const removed: T[] = [];
  for (const shape of left) {
    const same = byName.get(nameIn(shape));
    if (same) {
      both.push({ before: shape, after: same });
      paired.add(same.id);
      byName.delete(nameIn(shape));
    } else {
      removed.push(shape);
    }
  }
  return { both, removed, added: unpaired.filter((shape) => !paired.has(shape.id)) };
};

/** Pairs values by key. */
export const pairEntries = <T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
): Pairs<T> => ({
  both: [...before].flatMap(([key, value]) => {
    const same = after.get(key);
    return same === undefined ? [] : [{ before: value, after: same }];
  }),
  removed: [...before].filter(([key]) => !after.has(key)).map(([, value]) => value),
  added: [...after].filter(([key]) => !before.has(key)).map(([, value]) => value),
});
