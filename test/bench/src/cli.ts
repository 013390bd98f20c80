import { join } from "node:path";
import { measureBudget, writeBudget } from "./budget.js";
import { HELP, readOptions } from "./options.js";
import { benchFolder } from "./paths.js";
import { renderMarkdown } from "./report/markdown.js";
import { updateReadme } from "./report/readme.js";
import { writeResults } from "./report/results-file.js";
import { SECTIONS } from "./results.js";
import { runBenchmark } from "./run.js";

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const options = readOptions(process.argv.slice(2));
if (options.help) {
  print(HELP);
} else if (options.updateBudget) {
  const budget = await measureBudget();
  writeBudget(budget);
  print(`Recorded in test/bench/budget.json:\n${JSON.stringify(budget, null, 2)}`);
} else {
  const results = await runBenchmark(options);
  // The recorded results are those of a full run.
  const isFull = !options.quick && options.sections.length === SECTIONS.length;
  const folder = join(benchFolder, isFull ? "results" : ".partial");
  writeResults(results, folder);
  if (isFull) updateReadme(results);
  print(`\n${renderMarkdown(results)}\nWritten to ${folder}.`);
}
