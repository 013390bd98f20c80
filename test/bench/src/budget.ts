import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installOurs } from "./contestants.js";
import { operationExamples } from "./examples.js";
import { benchFolder } from "./paths.js";
import { bundleSizes } from "./sections/sizes.js";

/** The costs that are the same on each machine, by name: bytes, and a number of packages. */
export type Budget = Readonly<Record<string, number>>;

/** How far a cost may pass its budget: compression differs a little between platforms. */
export const TOLERANCE = 0.01;

const file = join(benchFolder, "budget.json");

/** The recorded budget. */
export const readBudget = (): Budget => JSON.parse(readFileSync(file, "utf8")) as Budget;

/** Records new costs as the budget. */
export const writeBudget = (budget: Budget): void =>
  writeFileSync(file, `${JSON.stringify(budget, null, 2)}\n`);

/** What this project's client costs now. */
export const measureBudget = async (): Promise<Budget> => {
  const workFolder = mkdtempSync(join(tmpdir(), "wickr-admin-budget-"));
  try {
    const ours = installOurs(workFolder);
    const operations = operationExamples().map(({ operation }) => operation);
    const { browser, nodeStatic } = await bundleSizes(ours, operations);
    const { packages, size } = ours.installation;
    return {
      ...Object.fromEntries(
        Object.entries(browser).map(([count, bytes]) => [
          `browser bundle, commands: ${Number(count) === operations.length ? "all" : count}`,
          bytes,
        ]),
      ),
      "node bundle, loaded before the first call": nodeStatic,
      "installed bytes": size.bytes,
      "installed packages": packages.length,
    };
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
};
