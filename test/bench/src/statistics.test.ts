import { expect, test } from "vitest";
import { medianOf, ratioOf, slopeOf } from "./statistics.js";

test("the median comes with its quartiles", () => {
  expect(medianOf([5, 1, 3, 2, 4])).toEqual({ value: 3, low: 2, high: 4 });
});

test("the ratio is that of the medians, and its interval is the same in each run", () => {
  const pairs = [
    { official: 10, ours: 40 },
    { official: 11, ours: 45 },
    { official: 9, ours: 35 },
  ];
  const ratio = ratioOf(pairs);
  expect(ratio.value).toBe(4);
  expect(ratio.low).toBeLessThanOrEqual(4);
  expect(ratio.high).toBeGreaterThanOrEqual(4);
  expect(ratioOf(pairs)).toEqual(ratio);
});

test("an outlier does not move the slope", () => {
  const slope = slopeOf([
    [0, 0],
    [1, 2],
    [2, 4],
    [3, 600],
    [4, 8],
    [5, 10],
    [6, 12],
  ]);
  expect(slope).toBe(2);
});
