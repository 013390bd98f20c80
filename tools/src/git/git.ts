import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Failure } from "../support/failure.js";

/** Runs git below the folder; undefined where it fails. */
export const tryGit = (folder: string, ...args: readonly string[]): string | undefined => {
  try {
    return execFileSync("git", args, {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 1e9,
    });
  } catch {
    return undefined;
  }
};

/** The root of the repository that one stands in. */
export const repositoryRoot = (folder: string = process.cwd()): string => {
  const root = tryGit(folder, "rev-parse", "--show-toplevel")?.trim();
  if (!root) throw new Failure(`${folder} is not in a git repository.`);
  return root;
};

/** The text of a file at a commit; undefined where it had none of that name. */
export const fileAt = (root: string, commit: string, path: string): string | undefined =>
  tryGit(root, "show", `${commit}:${path}`);

/** The paths of all files that a folder had at a commit. */
export const filesAt = (root: string, commit: string, folder: string): string[] =>
  (tryGit(root, "ls-tree", "-r", "-z", "--name-only", commit, "--", folder) ?? "")
    .split("\0")
    .filter(Boolean);

/** Gives `use` a copy of a folder as it was at a commit, or undefined where it was not there. */
export const withFolderAt = <T>(
  root: string,
  commit: string,
  folder: string,
  use: (copy: string | undefined) => T,
): T => {
  const paths = filesAt(root, commit, `${folder}/`);
  if (paths.length === 0) return use(undefined);
  const copy = mkdtempSync(join(tmpdir(), "wickr-model-"));
  try {
    for (const path of paths) {
      const file = join(copy, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, fileAt(root, commit, path) ?? "");
    }
    return use(join(copy, folder));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};
