// What was released last, and the model as it was then. Asks git alone, never a network.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Why a script cannot go on: a message for a person, without a stack. */
export class Failure extends Error {}

/** Runs git below the folder; undefined where it fails. */
const tryGit = (folder, ...args) => {
  try {
    const options = {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1e9,
    };
    return execFileSync("git", args, options);
  } catch {
    return undefined;
  }
};

/** The root of the repository that one stands in. */
export const repositoryRoot = (folder = process.cwd()) => {
  const root = tryGit(folder, "rev-parse", "--show-toplevel")?.trim();
  if (!root) throw new Failure(`${folder} is not in a git repository.`);
  return root;
};

/**
 * What to compare with: the given ref; else the last release, that is the nearest tag of the client
 * or of all; else where the branch left origin/main; else the last commit.
 */
export const findBase = (root, given) => {
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

const commitOf = (root, ref) =>
  tryGit(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)?.trim();

/** The text of a file at a commit; undefined where it had none of that name. */
export const fileAt = (root, commit, path) => tryGit(root, "show", `${commit}:${path}`);

/** The paths of all files that a folder had at a commit. */
export const filesAt = (root, commit, folder) =>
  (tryGit(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder) ?? "")
    .split("\0")
    .filter(Boolean);

/** Gives `use` a copy of a folder as it was at a commit, or undefined where it was not there. */
export const withFolderAt = async (root, commit, folder, use) => {
  const paths = filesAt(root, commit, `${folder}/`);
  if (paths.length === 0) return await use(undefined);
  const copy = mkdtempSync(join(tmpdir(), "wickr-model-"));
  try {
    for (const path of paths) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, fileAt(root, commit, path) ?? "");
    }
    return await use(join(copy, folder));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
