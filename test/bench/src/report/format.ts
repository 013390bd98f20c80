import prettyBytes from "pretty-bytes";
import type { Reference, Row, Target, Unit } from "../results.js";
import type { Interval } from "../statistics.js";

/** A figure with its unit: `21.3 kB`, `12,300`, `84.2 ms`. */
export const formatFigure = (value: number, unit: Unit): string => {
  switch (unit) {
    case "bytes":
      return prettyBytes(value);
    case "bytes/call":
      return Math.abs(value) < 10 ? `${value.toFixed(2)} B` : prettyBytes(value);
    case "ms":
      return `${value.toFixed(1)} ms`;
    case "calls/s":
    case "packages":
      return Math.round(value).toLocaleString("en");
  }
};

/** The figure, and its quartiles where it has any. */
export const formatInterval = (interval: Interval | undefined, unit: Unit): string => {
  if (!interval) return "";
  const { value, low, high } = interval;
  const figure = formatFigure(value, unit);
  return low === undefined || high === undefined
    ? figure
    : `${figure} (${formatFigure(low, unit)} – ${formatFigure(high, unit)})`;
};

/** `0.36`, or `5.1 (4.9 – 5.3)`. */
export const formatRatio = (ratio: Interval | undefined): string => {
  if (!ratio) return "";
  const number = (value: number): string => value.toFixed(value < 2 ? 2 : 1);
  const { value, low, high } = ratio;
  return low === undefined || high === undefined
    ? number(value)
    : `${number(value)} (${number(low)} – ${number(high)})`;
};

/** `at most 0.38`. */
export const formatTarget = (target: Target | undefined, { unit }: Row | Reference): string => {
  if (!target) return "";
  const value = target.of === "ratio" ? String(target.value) : formatFigure(target.value, unit);
  return `${target.relation} ${value}`;
};
