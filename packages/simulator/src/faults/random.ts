import { sha256Hex } from "../hash.js";

/** Gives numbers from 0 up to 1, always the same ones for the same seed (Mulberry32). */
export const createRandom = (seed: string | number): (() => number) => {
  let state = Number.parseInt(sha256Hex(`random ${seed}`).slice(0, 8), 16);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
