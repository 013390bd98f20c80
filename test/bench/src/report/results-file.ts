import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderCharts } from "./charts.js";
import { renderMarkdown } from "./markdown.js";
import type { Results } from "./results.js";

/** Writes the results as JSON, as Markdown and as charts. */
export const writeResults = (results: Results, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, "results.md"), renderMarkdown(results));
  for (const [name, svg] of renderCharts(results)) writeFileSync(join(folder, `${name}.svg`), svg);
};
