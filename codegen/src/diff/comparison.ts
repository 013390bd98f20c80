import type {
  DataShape,
  Member,
  Model,
  OperationShape,
  ServiceShape,
  ShapeId,
} from "../model/model.js";
import { membersOf } from "../facts/shapes.js";
import type { Change, Impact } from "./change.js";
import { type Pair, type Pairs, pairEntries, pairShapes } from "./pairs.js";
import { type Side, sideOf } from "./side.js";

/** A member that both models have. */
export interface MemberPair extends Pair<Member> {
  readonly shapes: Pair<DataShape>;
  /** Whether it points to another shape than before. */
  readonly retargeted: boolean;
}

/** Two models side by side: what the rules look at, and where they report to. */
export interface Comparison extends Pair<Side> {
  readonly services: Pair<ServiceShape>;
  readonly operations: Pairs<OperationShape>;
  readonly shapes: Pairs<DataShape>;
  /**
   * The members of all shapes that both models have. Where a member points to another list or map
   * than before, the members of the two lists or maps are paired as well.
   */
  readonly members: readonly MemberPair[];
  /** Whether the two ids stand for one shape, which may have moved. */
  readonly same: (before: ShapeId, after: ShapeId) => boolean;
  /** Reports a change of a shape or member; the trait tells the file where an `apply` gives it. */
  readonly report: (
    kind: string,
    shape: ShapeId,
    message: string,
    impact: Impact,
    trait?: ShapeId,
  ) => void;
}

/** Compares one thing. */
export type Rule = (comparison: Comparison) => void;

/** Puts two models side by side. */
export const compare = (
  beforeModel: Model,
  afterModel: Model,
  services: Pair<ServiceShape>,
  changes: Change[],
): Comparison => {
  const before = sideOf(beforeModel, services.before);
  const after = sideOf(afterModel, services.after);
  const operations = pairShapes(before.operations, after.operations);
  const renamed = new Map([...services.before.rename, ...services.after.rename]);
  const shapes = pairShapes(before.shapes, after.shapes, renamed);
  const pairs = [...operations.both, ...shapes.both];
  const afterIds = new Map(pairs.map((pair) => [pair.before.id, pair.after.id]));
  const same = (a: ShapeId, b: ShapeId): boolean => (afterIds.get(a) ?? a) === b;
  return {
    before,
    after,
    services,
    operations,
    shapes,
    members: pairMembers(before, after, shapes.both, same),
    same,
    report: (kind, shape, message, impact, trait) =>
      changes.push({ kind, shape, file: fileOf(before, after, shape, trait), message, ...impact }),
  };
};

const pairMembers = (
  before: Side,
  after: Side,
  shapes: readonly Pair<DataShape>[],
  same: (before: ShapeId, after: ShapeId) => boolean,
): MemberPair[] => {
  const members: MemberPair[] = [];
  const queue = [...shapes];
  const seen = new Set(queue.map(keyOf));
  for (let pair = queue.shift(); pair !== undefined; pair = queue.shift()) {
    const shapesOfPair = pair;
    if (pair.before.type !== pair.after.type) continue;
    for (const both of pairEntries(membersByName(pair.before), membersByName(pair.after)).both) {
      const retargeted = !same(both.before.target, both.after.target);
      members.push({ ...both, shapes: shapesOfPair, retargeted });
      if (!retargeted) continue;
      const targets = {
        before: before.model.shapes.get(both.before.target),
        after: after.model.shapes.get(both.after.target),
      };
      if (isCollection(targets.before) && isCollection(targets.after)) {
        const next = { before: targets.before, after: targets.after };
        if (seen.has(keyOf(next))) continue;
        seen.add(keyOf(next));
        queue.push(next);
      }
    }
  }
  return members;
};

const keyOf = (pair: Pair<DataShape>): string => `${pair.before.id} ${pair.after.id}`;

const membersByName = (shape: DataShape): Map<string, Member> =>
  new Map(membersOf(shape).map((member) => [member.name, member]));

const isCollection = (shape: { readonly type: string } | undefined): shape is DataShape =>
  shape?.type === "list" || shape?.type === "map";

const fileOf = (before: Side, after: Side, id: ShapeId, trait: ShapeId | undefined): string => {
  const [shape = ""] = id.split("$");
  for (const { model } of [after, before]) {
    const applied = trait === undefined ? undefined : model.traitFiles?.get(id)?.get(trait);
    if (applied !== undefined) return applied;
  }
  return (after.model.shapes.get(shape) ?? before.model.shapes.get(shape))?.file ?? "";
};
