import { formatChanges } from "@wickr-admin/codegen";
import { repositoryRoot } from "../git/git.js";
import { findBase } from "../git/last-release.js";
import { changesSince } from "../model/changes-since.js";
import { generatePackages } from "../model/generate-packages.js";
import { generatedPackages } from "../release/versions.js";
import { writeChangeset } from "../release/write-changeset.js";
import { runBinary } from "../support/run-binary.js";

/** Flags of `regenerate`. */
export interface RegenerateFlags {
  readonly base?: string;
  readonly skipTypeCheck?: true;
}

/**
 * All that follows from an edit of `model/`: checks it, says what changed since the last release,
 * generates the packages, formats and type-checks them, and drafts the changeset.
 */
export const regenerate = async (flags: RegenerateFlags): Promise<number> => {
  const root = repositoryRoot();
  const base = findBase(root, flags.base);

  const changes = changesSince(root, base);
  if (changes === undefined) console.log(`There is no model at ${base.ref} to compare with.\n`);
  else console.log(`Compared with ${base.ref}:\n\n${formatChanges(changes)}\n`);

  const { changed, stale, unchanged } = await generatePackages(root, { check: false });
  for (const file of changed) console.log(`wrote   packages/${file}`);
  for (const file of stale) console.log(`deleted packages/${file}`);
  console.log(
    `${changed.length} files written, ${stale.length} deleted, ${unchanged.length} unchanged.\n`,
  );

  runBinary(root, "oxfmt", "model");
  if (!flags.skipTypeCheck) {
    const filters = generatedPackages(root, base.commit).map(({ name }) => `--filter=${name}`);
    runBinary(root, "turbo", "run", "check-types", ...filters, "--output-logs=errors-only");
  }
  if (changes) writeChangeset(root, base, changes);
  return 0;
};
