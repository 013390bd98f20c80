import type { Reference, Row, Series } from "../results.js";
import type { Machine } from "./machine.js";

/** `results.json`. */
export interface Results {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  readonly references: readonly Reference[];
  readonly series: readonly Series[];
}
