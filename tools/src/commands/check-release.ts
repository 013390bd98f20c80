import { repositoryRoot } from "../git/git.js";
import { findBase } from "../git/last-release.js";
import { generatePackages } from "../model/generate-packages.js";
import { isAnnounced } from "../release/is-announced.js";

/** Flags of `check-release`. */
export interface CheckReleaseFlags {
  readonly base?: string;
}

/**
 * For CI: generated code is what the model says, and a breaking change of the model has a changeset
 * that raises the major version. Needs the history back to the last release (`fetch-depth: 0`).
 */
export const checkRelease = async (flags: CheckReleaseFlags): Promise<number> => {
  const root = repositoryRoot();
  const base = findBase(root, flags.base);
  const isCurrent = await saysIfCurrent(root);
  return isAnnounced(root, base) && isCurrent ? 0 : 1;
};

/** Whether every generated file is as the model says; says which ones are not. */
const saysIfCurrent = async (root: string): Promise<boolean> => {
  const { changed, stale } = await generatePackages(root, { check: true });
  const files = [...changed, ...stale];
  if (files.length === 0) return true;
  for (const file of files) console.error(`packages/${file}`);
  console.error(
    `error: ${files.length} generated files are not as the model says. Run \`pnpm regenerate\` and commit what it writes.`,
  );
  return false;
};
