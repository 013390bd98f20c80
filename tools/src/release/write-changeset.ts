import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bumpOf, type Change } from "@wickr-admin/codegen";
import { Failure } from "../support/failure.js";
import { filesAt } from "../git/git.js";
import type { Base } from "../git/last-release.js";
import { runBinary } from "../support/run-binary.js";
import { DRAFT_NAME, draftChangeset } from "./changeset.js";
import { packagesBelow, readChangesets } from "./read-changesets.js";
import { fixedGroups, generatedPackages, isReleased } from "./versions.js";

/** Drafts the changeset, unless it is there; drafts of the same release that it replaces go. */
export const writeChangeset = (root: string, base: Base, changes: readonly Change[]): void => {
  const packages = generatedPackages(root, base.commit);
  const names = packages.map(({ name }) => name);
  const folder = join(root, ".changeset");
  const bump = bumpOf(changes);
  const draft = draftChangeset(changes, names);
  const isDone = bump !== undefined && isReleased(packages, bump);

  for (const file of outdatedDrafts(root, base, isDone ? undefined : draft?.name)) {
    rmSync(join(folder, file));
    console.log(`Deleted .changeset/${file}: the changes are others now.`);
  }
  if (!draft || !bump) return console.log("Nothing to release: no changeset.");
  if (isDone)
    return console.log(`The versions have grown since ${base.ref} already: no changeset.`);

  const path = `.changeset/${draft.name}`;
  if (existsSync(join(root, path))) {
    const below = packagesBelow(bump, names, readChangesets(folder), fixedGroups(root));
    if (below.length > 0)
      throw new Failure(`${path} asks for less than a ${bump} release; delete it, or raise it.`);
    return console.log(`${path} is there already (${bump}).`);
  }
  writeFileSync(join(root, path), draft.text);
  runBinary(root, "oxfmt", path);
  console.log(`Wrote ${path} (${bump}). Its text goes into the changelogs: edit it as you like.`);
};

/** Drafts that are no longer what the changes call for. One that the base has too belongs to changes before it. */
const outdatedDrafts = (root: string, base: Base, current: string | undefined): string[] => {
  const older = new Set(
    filesAt(root, base.commit, ".changeset/").map((path) => path.split("/").at(-1)),
  );
  return readdirSync(join(root, ".changeset")).filter(
    (file) => DRAFT_NAME.test(file) && !older.has(file) && file !== current,
  );
};
