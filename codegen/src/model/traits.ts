import type { Json, Member, Model, ShapeId, Traits } from "./model.js";

/** What carries traits: a shape or a member. */
interface Traited {
  readonly traits: Traits;
}

/** Absolute ids by the names that they were asked for by: this is asked more often than anything else. */
const ids = new Map<string, ShapeId>();

/** The absolute id of a trait; names without a namespace are Smithy's own. */
const traitId = (name: string): ShapeId => {
  let id = ids.get(name);
  if (id === undefined) ids.set(name, (id = name.includes("#") ? name : `smithy.api#${name}`));
  return id;
};

/** Whether the trait is on this very shape or member. */
export const hasTrait = (on: Traited, name: string): boolean => traitId(name) in on.traits;

/** The trait's value on this very shape or member, or undefined. The caller says its type: models are validated first. */
export const trait = <T extends Json = Json>(on: Traited, name: string): T | undefined =>
  on.traits[traitId(name)] as T | undefined;

/** The trait on the member, else on the shape it targets: how Smithy resolves `length`, `sensitive` and the like. */
export const memberTrait = <T extends Json = Json>(
  model: Model,
  member: Pick<Member, "target" | "traits">,
  name: string,
): T | undefined => {
  const own = trait<T>(member, name);
  if (own !== undefined) return own;
  const target = model.shapes.get(member.target);
  return target && trait<T>(target, name);
};

/** Whether `memberTrait` finds one. */
export const hasMemberTrait = (model: Model, member: Member, name: string): boolean =>
  memberTrait(model, member, name) !== undefined;
