import type { Interval } from "./statistics.js";

/** The parts of the benchmark, in the order they run. */
export const SECTIONS = [
  "sizes",
  "install",
  "cold-start",
  "throughput",
  "http",
  "heap",
  "generator",
] as const;

/** One of them. */
export type SectionId = (typeof SECTIONS)[number];

/** What a row measures in. */
export type Unit = "bytes" | "ms" | "calls/s" | "packages" | "bytes/call";

/** One measurement of both contestants. */
export interface Row {
  readonly section: SectionId;
  /** Stable, for charts and scripts. */
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** `value` is exact, or the median with the quartiles around it. */
  readonly official?: Interval;
  readonly ours?: Interval;
  /** ours / official, with its 95 % interval where it was measured with noise. */
  readonly ratio?: Interval;
  readonly target?: Target;
}

/** What the ratio, or our own figure, has to reach. */
export interface Target {
  readonly of: "ratio" | "ours";
  readonly relation: "at most" | "at least" | "below" | "above";
  readonly value: number;
}

/** Something else measured beside the contestants, for orientation. */
export interface Reference {
  readonly section: SectionId;
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly figure: Interval;
}

/** A figure over the number of calls. */
export interface Series {
  readonly id: string;
  readonly calls: readonly number[];
  readonly official: readonly number[];
  readonly ours: readonly number[];
}

/** What a section gives. */
export interface Measured {
  readonly rows: readonly Row[];
  readonly references?: readonly Reference[];
  readonly series?: readonly Series[];
}

/** Whether a row reaches its target; undefined where there is none. */
export const isMet = ({ target, ratio, ours }: Row): boolean | undefined => {
  if (!target) return undefined;
  const figure = target.of === "ratio" ? ratio?.value : ours?.value;
  if (figure === undefined) return undefined;
  switch (target.relation) {
    case "at most":
      return figure <= target.value;
    case "at least":
      return figure >= target.value;
    case "below":
      return figure < target.value;
    case "above":
      return figure > target.value;
  }
};
