import { type Change, type Severity, severityOf } from "./change.js";
import { TESTS_ONLY } from "./rules/documentation.js";

/** What a release raises in a version. */
export type Bump = "major" | "minor" | "patch";

/** The bumps, the biggest first. */
export const BUMPS: readonly Bump[] = ["major", "minor", "patch"];

const BUMP_OF: Readonly<Record<Severity, Bump>> = {
  breaking: "major",
  additive: "minor",
  patch: "patch",
};

/** The bump that changes ask for; undefined where no released file shows them. */
export const bumpOf = (changes: readonly Change[]): Bump | undefined => {
  const bumps = changes
    .filter(({ kind }) => kind !== TESTS_ONLY)
    .map((one) => BUMP_OF[severityOf(one)]);
  return BUMPS.find((bump) => bumps.includes(bump));
};
