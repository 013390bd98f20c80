import { formatChanges, severityOf } from "@wickr-admin/codegen";
import { repositoryRoot } from "../git/git.js";
import { findBase } from "../git/last-release.js";
import { changesSince } from "../model/changes-since.js";

/** Flags of `model-diff`. */
export interface ModelDiffFlags {
  readonly base?: string;
  readonly json?: true;
}

/** Says what changed in `model/`, and for whom it is breaking. Gives 1 where something is, else 0. */
export const modelDiff = (flags: ModelDiffFlags): number => {
  const root = repositoryRoot();
  const base = findBase(root, flags.base);
  const changes = changesSince(root, base);
  if (flags.json) console.log(JSON.stringify(changes ?? [], undefined, 2));
  else if (changes === undefined) console.log(`There is no model at ${base.ref} to compare with.`);
  else console.log(`Compared with ${base.ref}:\n\n${formatChanges(changes)}`);
  return changes?.some((change) => severityOf(change) === "breaking") ? 1 : 0;
};
