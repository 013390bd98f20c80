import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bump } from "@wickr-admin/codegen";
import { covers } from "./bump.js";

/** A changeset that is there: which package it raises by how much. */
export interface PendingChangeset {
  readonly file: string;
  readonly bumps: ReadonlyMap<string, Bump>;
}

/** The changesets of a folder, by name. */
export const readChangesets = (folder: string): PendingChangeset[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .sort()
    .map((file) => ({ file, bumps: bumpsOf(readFileSync(join(folder, file), "utf8")) }));

const bumpsOf = (text: string): Map<string, Bump> => {
  const [, head = ""] = /^---\r?\n([\s\S]*?)^---/m.exec(text) ?? [];
  const bumps = new Map<string, Bump>();
  for (const line of head.split("\n")) {
    const found = /^\s*["']?([^"':\s]+)["']?\s*:\s*["']?(major|minor|patch)\b/.exec(line);
    if (found?.[1] !== undefined) bumps.set(found[1], found[2] as Bump);
  }
  return bumps;
};

/** Groups of packages that always share a version, as the configuration of changesets has them. */
export type FixedGroups = readonly (readonly string[])[];

/**
 * The packages that the changesets do not raise by as much as needed. Where a group is fixed, a
 * changeset for any package of it counts for all.
 */
export const packagesBelow = (
  needed: Bump,
  packages: readonly string[],
  changesets: readonly PendingChangeset[],
  fixed: FixedGroups,
): string[] =>
  packages.filter((name) => {
    const group = fixed.find((patterns) => isIn(patterns, name)) ?? [name];
    return !changesets.some(({ bumps }) =>
      [...bumps].some(([other, bump]) => isIn(group, other) && covers(bump, needed)),
    );
  });

/** Patterns hold names, or all of a scope: `@example/*`. */
const isIn = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name,
  );
