import type { Pair } from "../statistics.js";

/** The samples of the same rounds, side by side. */
export const pairsOf = (official: readonly number[], ours: readonly number[]): Pair[] =>
  official.flatMap((sample, round) => {
    const own = ours[round];
    return own === undefined ? [] : [{ official: sample, ours: own }];
  });
