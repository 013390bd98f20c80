import { type Bump, BUMPS } from "@wickr-admin/codegen";

/** Whether the first bump is at least as big as the second. */
export const covers = (bump: Bump | undefined, needed: Bump): boolean =>
  bump !== undefined && BUMPS.indexOf(bump) <= BUMPS.indexOf(needed);

/** What changed between two versions: `1.2.3` to `2.0.0` is a major bump. Undefined where nothing grew. */
export const bumpBetween = (before: string, after: string): Bump | undefined => {
  const was = numbersOf(before);
  const is = numbersOf(after);
  const first = is.findIndex((number, index) => number !== was[index]);
  return first >= 0 && (is[first] ?? 0) > (was[first] ?? 0) ? BUMPS[first] : undefined;
};

const numbersOf = (version: string): number[] =>
  (version.split(/[-+]/)[0] ?? "").split(".").slice(0, 3).map(Number);
