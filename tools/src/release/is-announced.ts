import { join } from "node:path";
import { bumpOf, formatChanges } from "@wickr-admin/codegen";
import type { Base } from "../git/last-release.js";
import { changesSince } from "../model/changes-since.js";
import { packagesBelow, readChangesets } from "./read-changesets.js";
import { fixedGroups, generatedPackages, isReleased } from "./versions.js";

/**
 * Whether changesets, or versions raised already, announce what changed in the model. Says what is
 * missing; only a breaking change that nothing announces is a fault.
 */
export const isAnnounced = (root: string, base: Base): boolean => {
  const changes = changesSince(root, base);
  const bump = changes && bumpOf(changes);
  if (!bump) {
    console.log(`The model calls for no release since ${base.ref}.`);
    return true;
  }
  const packages = generatedPackages(root, base.commit);
  const names = packages.map(({ name }) => name);
  const changesets = readChangesets(join(root, ".changeset"));
  const below = packagesBelow(bump, names, changesets, fixedGroups(root));
  if (below.length === 0 || isReleased(packages, bump)) {
    console.log(`The changes of the model since ${base.ref} are announced (${bump}).`);
    return true;
  }
  const missing = `no changeset raises ${below.join(", ")} to a ${bump} release. Run \`pnpm regenerate\` and commit the changeset.`;
  if (bump !== "major") {
    console.log(`note: The model changed since ${base.ref}, and ${missing}`);
    return true;
  }
  console.error(formatChanges(changes));
  console.error(`error: The model has breaking changes since ${base.ref}, but ${missing}`);
  return false;
};
