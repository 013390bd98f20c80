import { Failure } from "../support/failure.js";
import { tryGit } from "./git.js";

/** What the present state is compared with. */
export interface Base {
  /** Its name, for messages. */
  readonly ref: string;
  readonly commit: string;
}

/**
 * What to compare with: the given ref; else the last release, that is the nearest tag of the client
 * or of all; else where the branch left origin/main; else the last commit. Asks git alone, never a
 * network.
 */
export const findBase = (root: string, given: string | undefined): Base => {
  if (given !== undefined) {
    const commit = commitOf(root, given);
    if (!commit) throw new Failure(`There is no commit ${given}.`);
    return { ref: given, commit };
  }
  const tags = ["--match", "@wickr-admin/client@*", "--match", "v[0-9]*"];
  const tag = tryGit(root, "describe", "--tags", "--abbrev=0", ...tags, "HEAD")?.trim();
  const branched = tag ? undefined : tryGit(root, "merge-base", "HEAD", "origin/main")?.trim();
  const ref = tag || (branched ? "origin/main" : "HEAD");
  const commit = branched || commitOf(root, ref);
  if (!commit) throw new Failure("There is no commit yet, so nothing to compare with.");
  return { ref, commit };
};

const commitOf = (root: string, ref: string): string | undefined =>
  tryGit(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)?.trim();
