import { median, quantile, quantileSorted, sampleWithReplacement } from "simple-statistics";

/** A figure and how far it spreads. */
export interface Interval {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

/** Enough for two digits. */
const RESAMPLES = 2000;

/** The median, with the quartiles around it. */
export const medianOf = (samples: readonly number[]): Interval => {
  const all = [...samples];
  return { value: median(all), low: quantile(all, 0.25), high: quantile(all, 0.75) };
};

/** A pair of samples taken right after each other. */
export interface Pair {
  readonly official: number;
  readonly ours: number;
}

/** The ratio of the medians, ours / official, with its 95 % interval from a bootstrap over the pairs. */
export const ratioOf = (pairs: readonly Pair[]): Interval => {
  const random = seededRandom();
  const ratios = Array.from({ length: RESAMPLES }, () =>
    ratioOfMedians(sampleWithReplacement([...pairs], pairs.length, random)),
  ).sort((a, b) => a - b);
  return {
    value: ratioOfMedians(pairs),
    low: quantileSorted(ratios, 0.025),
    high: quantileSorted(ratios, 0.975),
  };
};

const ratioOfMedians = (pairs: readonly Pair[]): number =>
  median(pairs.map(({ ours }) => ours)) / median(pairs.map(({ official }) => official));

/** The median slope between any two points (Theil–Sen), which outliers do not move. */
export const slopeOf = (points: readonly (readonly [x: number, y: number])[]): number =>
  median(
    points.flatMap(([x1, y1], index) =>
      points.slice(index + 1).map(([x2, y2]) => (y2 - y1) / (x2 - x1)),
    ),
  );

/** The same numbers in each run, so that the same samples give the same interval (mulberry32). */
const seededRandom = (): (() => number) => {
  let state = 1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
};
