import { isObject, property } from "../model/json.js";
import type { Json, ShapeId } from "../model/model.js";
import type { Problem } from "../model/problem.js";
import type { Draft, DraftMember, DraftTraits } from "./draft.js";
import type { MemberApply } from "./merge.js";

const MIXIN = "smithy.api#mixin";

/** Gives each shape what its mixins have, in place; mixins of mixins first. */
export const resolveMixins = (
  drafts: ReadonlyMap<ShapeId, Draft>,
  inherited: ReadonlyMap<ShapeId, ReadonlyMap<string, MemberApply>>,
): Problem[] => {
  const problems: Problem[] = [];
  const done = new Set<ShapeId>();

  /** The mixins of a draft that are ones; what is wrong with the others is reported. */
  const mixinsOf = (draft: Draft): Draft[] =>
    draft.mixins.flatMap((id) => {
      const mixin = drafts.get(id);
      const problem = mixinProblem(draft, id, mixin);
      if (problem !== undefined) problems.push(errorAt(draft, problem));
      return mixin && problem === undefined ? [mixin] : [];
    });

  const finish = (draft: Draft, mixins: readonly Draft[]): void => {
    done.add(draft.id);
    if (mixins.length > 0) problems.push(...mixIn(draft, mixins));
    for (const [name, apply] of inherited.get(draft.id) ?? []) {
      const member = draft.members.get(name);
      if (member) {
        overwrite(member.traits, apply.traits);
      } else {
        problems.push({
          file: apply.file,
          shape: `${draft.id}$${name}`,
          severity: "error",
          message: `found an "apply" to a member that the shape does not have`,
        });
      }
    }
  };

  for (const first of drafts.values()) {
    if (done.has(first.id)) continue;
    // A stack of its own, since mixins may stand on many others.
    const path = [visitOf(first, mixinsOf(first))];
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const next = visit.open.shift();
      if (next === undefined) {
        path.pop();
        finish(visit.draft, visit.mixins);
        continue;
      }
      if (done.has(next.id)) continue;
      const start = path.findIndex(({ draft }) => draft === next);
      if (start < 0) {
        path.push(visitOf(next, mixinsOf(next)));
      } else {
        const circle = [...path.slice(start).map(({ draft }) => draft.id), next.id];
        problems.push(
          errorAt(next, `found mixins that lead back to the shape: ${circle.join(" → ")}`),
        );
      }
    }
  }
  return problems;
};

/** A draft on the way, with the mixins that are still to be resolved before it. */
interface Visit {
  readonly draft: Draft;
  readonly mixins: readonly Draft[];
  readonly open: Draft[];
}

const visitOf = (draft: Draft, mixins: readonly Draft[]): Visit => ({
  draft,
  mixins,
  open: [...mixins],
});

const mixinProblem = (draft: Draft, id: ShapeId, mixin: Draft | undefined): string | undefined => {
  if (!mixin) return `found mixin ${id}, which is not in the model`;
  if (!mixin.traits.has(MIXIN)) return `found mixin ${id}, which lacks the trait ${MIXIN}`;
  if (mixin.type !== draft.type)
    return `found mixin ${id}, which is a ${mixin.type}, expected a ${draft.type}`;

  return undefined;
};

const mixIn = (draft: Draft, mixins: readonly Draft[]): Problem[] => {
  const problems: Problem[] = [];
  const own = { ...draft };
  draft.traits = new Map();
  draft.members = new Map();
  draft.references = new Map();
  draft.lists = new Map();
  draft.maps = new Map();
  for (const source of [...mixins, own]) {
    overwrite(draft.traits, source === own ? own.traits : inheritableTraits(source));
    for (const [name, member] of source.members) {
      const before = draft.members.get(name);
      if (before && before.target !== member.target) {
        problems.push(
          errorAt(
            draft,
            `found member ${name} of ${source.id} with target ${member.target}, expected ${before.target} as in a mixin`,
          ),
        );
        continue;
      }
      // A member keeps the place that it has in the first mixin.
      draft.members.set(name, mergeMembers(before, member));
    }
    if (source.version !== "") draft.version = source.version;
    overwrite(draft.references, source.references);
    for (const [name, ids] of source.lists)
      draft.lists.set(name, [...new Set([...(draft.lists.get(name) ?? []), ...ids])]);

    for (const [name, entries] of source.maps)
      draft.maps.set(name, new Map([...(draft.maps.get(name) ?? []), ...entries]));
  }
  return problems;
};

const mergeMembers = (before: DraftMember | undefined, member: DraftMember): DraftMember => ({
  target: member.target,
  traits: new Map([...(before?.traits ?? []), ...member.traits]),
});

/** All traits of a mixin but the one that makes it a mixin, and those that it keeps to itself. */
const inheritableTraits = (mixin: Draft): DraftTraits => {
  const value = mixin.traits.get(MIXIN);
  const local: Json | undefined = isObject(value) ? property(value, "localTraits") : undefined;
  const kept: readonly Json[] = Array.isArray(local) ? (local as Json[]) : [];
  return new Map([...mixin.traits].filter(([id]) => id !== MIXIN && !kept.includes(id)));
};

const overwrite = <V>(into: Map<string, V>, from: ReadonlyMap<string, V>): void => {
  for (const [key, value] of from) into.set(key, value);
};

const errorAt = (draft: Draft, message: string): Problem => ({
  file: draft.file,
  shape: draft.id,
  severity: "error",
  message,
});
