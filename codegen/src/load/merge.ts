import { isDeepStrictEqual } from "node:util";
import { describeJson } from "../model/json.js";
import type { Json, ShapeId } from "../model/model.js";
import { compareText } from "../model/compare-text.js";
import type { Problem } from "../model/problem.js";
import type { Apply, Draft, DraftTraits, FileContent } from "./draft.js";

/** The content of all files as one, before mixins. */
export interface Merged {
  readonly drafts: Map<ShapeId, Draft>;
  readonly metadata: ReadonlyMap<string, Json>;
  /** Traits applied to members that a shape can only have from its mixins. */
  readonly inherited: ReadonlyMap<ShapeId, Map<string, MemberApply>>;
  /** For traits that come from an `apply`: the file it stands in, by shape or member and trait. */
  readonly traitFiles: ReadonlyMap<ShapeId, ReadonlyMap<ShapeId, string>>;
  readonly problems: Problem[];
}

/** All that is applied to one inherited member. */
export interface MemberApply {
  readonly file: string;
  readonly traits: DraftTraits;
}

/** Merges files; in whichever order they come, the result is the same. */
export const mergeFiles = (contents: readonly FileContent[]): Merged => {
  const files = [...contents].sort((a, b) => compareText(a.file, b.file));
  const problems: Problem[] = [];
  const drafts = mergeDrafts(files, problems);
  const applies = files.flatMap((file) => file.applies);
  return {
    drafts,
    metadata: mergeMetadata(files, problems),
    ...mergeApplies(applies, drafts, problems),
    problems,
  };
};

const mergeDrafts = (files: readonly FileContent[], problems: Problem[]): Map<ShapeId, Draft> => {
  const drafts = new Map<ShapeId, Draft>();
  for (const draft of files.flatMap((file) => file.drafts)) {
    const other = drafts.get(draft.id);
    if (!other) {
      drafts.set(draft.id, draft);
    } else if (!isDeepStrictEqual({ ...draft, file: "" }, { ...other, file: "" })) {
      problems.push({
        file: draft.file,
        shape: draft.id,
        severity: "error",
        message: `found a definition that differs from the one in ${other.file}, expected one definition of a shape`,
      });
    }
  }
  return drafts;
};

const mergeMetadata = (files: readonly FileContent[], problems: Problem[]): Map<string, Json> => {
  const metadata = new Map<string, Json>();
  for (const { file, metadata: entries } of files) {
    for (const [key, value] of entries) {
      const merged = mergeValue(metadata.get(key), value);
      if (merged !== undefined) {
        metadata.set(key, merged);
      } else {
        problems.push({
          file,
          shape: "",
          severity: "error",
          message: `found metadata "${key}" with another value than in a file before it, expected equal values or lists`,
        });
      }
    }
  }
  return metadata;
};

const mergeApplies = (
  applies: readonly Apply[],
  drafts: ReadonlyMap<ShapeId, Draft>,
  problems: Problem[],
): Pick<Merged, "inherited" | "traitFiles"> => {
  const inherited = new Map<ShapeId, Map<string, MemberApply>>();
  const traitFiles = new Map<ShapeId, Map<ShapeId, string>>();
  for (const { target, file, traits } of applies) {
    const [id = "", member] = target.split("$");
    const draft = drafts.get(id);
    if (!draft) {
      problems.push({
        file,
        shape: target,
        severity: "error",
        message: `found an "apply" to a shape that is not in the model`,
      });
      continue;
    }
    let into: DraftTraits | undefined;
    if (member === undefined) into = draft.traits;
    else into = draft.members.get(member)?.traits;
    if (!into) {
      const members = inherited.get(id) ?? new Map<string, MemberApply>();
      inherited.set(id, members);
      const apply = members.get(member ?? "") ?? { file, traits: new Map<ShapeId, Json>() };
      members.set(member ?? "", apply);
      into = apply.traits;
    }
    const filesOfTarget = traitFiles.get(target) ?? new Map<ShapeId, string>();
    traitFiles.set(target, filesOfTarget);
    for (const [trait, value] of traits) {
      const merged = mergeValue(into.get(trait), value);
      if (merged === undefined) {
        problems.push({
          file,
          shape: target,
          severity: "error",
          message: `found ${trait} applied with ${describeJson(value)}, which conflicts with the value it has already`,
        });
      } else {
        into.set(trait, merged);
        filesOfTarget.set(trait, file);
      }
    }
  }
  return { inherited, traitFiles };
};

/** Smithy's rule for two values in one place: equal ones are one, lists are joined, all else conflicts. */
const mergeValue = (before: Json | undefined, value: Json): Json | undefined => {
  if (before === undefined || isDeepStrictEqual(before, value)) return value;
  if (Array.isArray(before) && Array.isArray(value))
    return [...(before as Json[]), ...(value as Json[])];

  return undefined;
};
