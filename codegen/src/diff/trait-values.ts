import { isDeepStrictEqual } from "node:util";
import type { Json, Member, ShapeId, Traits } from "../model/model.js";
import { memberTrait, trait } from "../model/traits.js";
import type { Comparison } from "./comparison.js";
import type { Side } from "./side.js";

/** A trait's value in both models, where it differs. */
export interface TraitChange {
  /** The shape or member, in the newer model. */
  readonly on: ShapeId;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

interface Traited {
  readonly id: ShapeId;
  readonly traits: Traits;
}

/** Everything that carries traits and is in both models. */
export const traitedPairs = (comparison: Comparison): { before: Traited; after: Traited }[] => [
  comparison.services,
  ...comparison.operations.both,
  ...comparison.shapes.both,
  ...comparison.members,
];

/** Where a trait that stands for itself differs, such as `documentation`. */
export const changesOfTrait = (comparison: Comparison, name: string): TraitChange[] =>
  traitedPairs(comparison).flatMap(({ before, after }) =>
    difference(after.id, trait(before, name), trait(after, name)),
  );

/**
 * Where a trait differs that a member takes over from its target, such as `length`. A trait that only
 * moved between a member and its target is no difference; nor is one of the target, which is said there.
 * Where the type differs as well, that is told instead.
 */
export const changesOfInheritedTrait = (comparison: Comparison, name: string): TraitChange[] => [
  ...comparison.shapes.both
    .filter(({ before, after }) => before.type === after.type)
    .flatMap(({ before, after }) => difference(after.id, trait(before, name), trait(after, name))),
  ...comparison.members.flatMap(({ before, after, retargeted }) => {
    if (targetType(comparison.before, before) !== targetType(comparison.after, after)) return [];
    const own = difference(after.id, trait(before, name), trait(after, name));
    if (own.length === 0 && !retargeted) return [];
    return difference(
      after.id,
      inherited(comparison.before, before, name),
      inherited(comparison.after, after, name),
    );
  }),
];

const inherited = ({ model }: Side, member: Member, name: string): Json | undefined =>
  memberTrait(model, member, name);

const targetType = ({ model }: Side, member: Member): string | undefined =>
  model.shapes.get(member.target)?.type;

const difference = (
  on: ShapeId,
  before: Json | undefined,
  after: Json | undefined,
): TraitChange[] => (isDeepStrictEqual(before, after) ? [] : [{ on, before, after }]);
