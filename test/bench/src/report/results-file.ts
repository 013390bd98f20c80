import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reference, Row, Series } from "../results.js";
import { renderCharts } from "./charts.js";
import type { Machine } from "./machine.js";
import { renderMarkdown } from "./markdown.js";

/** `results.json`. */
export interface Results {
  readonly date: string;
  readonly quick: boolean;
  readonly machine: Machine;
  readonly rows: readonly Row[];
  readonly references: readonly Reference[];
  readonly series: readonly Series[];
}

/** Writes the results as JSON, as Markdown and as charts. */
export const writeResults = (results: Results, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "results.md"), renderMarkdown(results));
  for (const [name, svg] of renderCharts(results)) writeFileSync(join(folder, `${name}.svg`), svg);
};
