import { type Change, type Severity, severityOf } from "../diff/change.js";
import { TESTS_ONLY } from "../diff/rules/documentation.js";

/** What a release raises in a version. */
export type Bump = "major" | "minor" | "patch";

const BUMPS: Readonly<Record<Severity, Bump>> = {
  breaking: "major",
  additive: "minor",
  patch: "patch",
};

const ORDER: readonly Bump[] = ["major", "minor", "patch"];

/** The bump that changes ask for; undefined where no released file shows them. */
export const bumpOf = (changes: readonly Change[]): Bump | undefined => {
  const bumps = changes
    .filter(({ kind }) => kind !== TESTS_ONLY)
    .map((one) => BUMPS[severityOf(one)]);
  return ORDER.find((bump) => bumps.includes(bump));
};

/** Whether the first bump is at least as big as the second. */
export const covers = (bump: Bump | undefined, needed: Bump): boolean =>
  bump !== undefined && ORDER.indexOf(bump) <= ORDER.indexOf(needed);

/** What changed between two versions: `1.2.3` to `2.0.0` is a major bump. Undefined where nothing grew. */
export const bumpBetween = (before: string, after: string): Bump | undefined => {
  const was = numbersOf(before);
  const is = numbersOf(after);
  const first = is.findIndex((number, index) => number !== was[index]);
  return first >= 0 && (is[first] ?? 0) > (was[first] ?? 0) ? ORDER[first] : undefined;
};

const numbersOf = (version: string): number[] =>
  (version.split(/[-+]/)[0] ?? "").split(".").slice(0, 3).map(Number);
