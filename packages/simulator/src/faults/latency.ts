/** How long answers take, in milliseconds: always the same, or spread as said. */
export type Latency =
  | number
  /** Anything in between, equally likely. */
  | { readonly min: number; readonly max: number }
  /** The bell curve, never below zero. */
  | { readonly mean: number; readonly deviation: number }
  /** As services behave: half of the answers within `median`, 99 of 100 within `p99`. */
  | { readonly median: number; readonly p99: number };

/** How many standard deviations from the middle 99 % of a normal distribution end. */
const Z99 = 2.326_348;

/** Draws from a distribution. */
export const drawLatency = (latency: Latency, random: () => number): number => {
  if (typeof latency === "number") return latency;
  if ("min" in latency) return latency.min + (latency.max - latency.min) * random();
  const normal = drawNormal(random);
  if ("mean" in latency) return Math.max(0, latency.mean + latency.deviation * normal);
  const sigma = Math.log(latency.p99 / latency.median) / Z99;
  return latency.median * Math.exp(sigma * normal);
};

/** From the normal distribution around 0 (Box and Muller). */
const drawNormal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
