import { join } from "node:path";
import type { Bump } from "@wickr-admin/codegen";
import { fileAt } from "../git/git.js";
import { readJson } from "../support/json-file.js";
import { bumpBetween, covers } from "./bump.js";
import type { FixedGroups } from "./read-changesets.js";

/** A package that is generated from the model. */
export interface GeneratedPackage {
  readonly name: string;
  readonly version: string;
  /** The version it had at the base; undefined where it was not there. */
  readonly before: string | undefined;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/** The packages that are generated, with the versions they have now and had at the commit. */
export const generatedPackages = (root: string, commit: string): GeneratedPackage[] =>
  ["client", "mock", "paginators", "waiters"].map((folder) => {
    const path = `packages/${folder}/package.json`;
    const { name, version } = readJson<Manifest>(join(root, path));
    const before = fileAt(root, commit, path);
    return {
      name,
      version,
      before: before === undefined ? undefined : (JSON.parse(before) as Manifest).version,
    };
  });

/** Whether all their versions have already grown by as much since the commit. */
export const isReleased = (packages: readonly GeneratedPackage[], bump: Bump): boolean =>
  packages.every(
    ({ before, version }) => before !== undefined && covers(bumpBetween(before, version), bump),
  );

/** The packages that share their version, by the configuration of changesets. */
export const fixedGroups = (root: string): FixedGroups =>
  readJson<{ readonly fixed?: FixedGroups }>(join(root, ".changeset/config.json")).fixed ?? [];
