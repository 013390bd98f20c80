import { type Change, diffFiles, formatProblem, hasErrors } from "@wickr-admin/codegen";
import { Failure } from "../support/failure.js";
import { withFolderAt } from "../git/git.js";
import type { Base } from "../git/last-release.js";

/**
 * What changed in `model/` since a commit; undefined where the commit has no model. Fails where a
 * model has errors; warnings of the present one are printed.
 */
export const changesSince = (root: string, { ref, commit }: Base): Change[] | undefined => {
  // Below the root, so that messages name files as a person would.
  process.chdir(root);
  return withFolderAt(root, commit, "model", (before) => {
    if (before === undefined) return undefined;
    const { changes, problems } = diffFiles({ before: [before], after: ["model"] });
    for (const problem of problems) console.error(formatProblem(problem));
    if (!changes || hasErrors(problems))
      throw new Failure(`The model cannot be compared with ${ref}.`);
    return [...changes];
  });
};
