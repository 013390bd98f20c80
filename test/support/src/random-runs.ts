import type { Parameters } from "fast-check";

/**
 * How long and from where random tests run:
 * `RANDOM_RUNS=1000 RANDOM_SEED=42 vitest run differential` repeats a run exactly.
 */
export const settings: Parameters<never> = {
  numRuns: Number(process.env["RANDOM_RUNS"] ?? 50),
  ...(process.env["RANDOM_SEED"] !== undefined && { seed: Number(process.env["RANDOM_SEED"]) }),
};
