import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { compare, type Comparison } from "./compare.js";
import { officialClient } from "@wickr-admin/tools/published";

// Compares generated clients with official ones of the same services:
//
//   pnpm published [--runs <n>] [--seed <n>] [--installed <folder>] [--json <file>] <package...>
//
// The packages are installed below .tmp, unless a folder has them already. Ends with 0 where
// both do the same, with 1 where they differ, with 2 where a comparison cannot be made.

const install = (packages: readonly string[]): string => {
  mkdirSync(workFolder, { recursive: true });
  writeFileSync(join(workFolder, "package.json"), '{ "private": true }\n');
  const { status } = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", ...packages],
    { cwd: workFolder, stdio: ["ignore", "ignore", "inherit"] },
  );
  if (status !== 0) {
    console.error("The packages could not be installed.");
    process.exit(2);
  }
  return workFolder;
};

const brief = (value: unknown): string => {
  const text = JSON.stringify(value, replacer) ?? "nothing";
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
};

const replacer = (_key: string, value: unknown): unknown =>
  typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value))
    ? String(value)
    : value;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    installed: { type: "string" },
    json: { type: "string" },
  },
});
if (positionals.length === 0) {
  console.error("Say which packages, such as @aws-sdk/client-scheduler.");
  process.exit(2);
}

const workFolder = fileURLToPath(new URL(".tmp/published", import.meta.url));
const from = process.env["INIT_CWD"] ?? process.cwd();
const folder =
  values.installed === undefined ? install(positionals) : resolve(from, values.installed);

const results: Record<string, Comparison | { readonly problem: string }> = {};
const total = {
  services: 0,
  operations: 0,
  requests: 0,
  responses: 0,
  refused: 0,
  differences: 0,
  problems: 0,
};
for (const name of positionals) {
  try {
    const result = await compare(officialClient(name, folder), {
      runs: Number(values.runs),
      seed: Number(values.seed),
      modelFile: join(workFolder, "models", `${name.split("/").at(-1)}.json`),
    });
    results[name] = result;
    total.services++;
    total.operations += result.operations;
    total.requests += result.requests;
    total.responses += result.responses;
    total.refused += result.refused;
    total.differences += result.differences.length;
    const { operations, differences } = result;
    console.log(
      `${differences.length === 0 ? "same   " : "differs"}  ${name}: ${operations} operations`,
    );
    for (const { operation, what, at, ours, theirs, given } of differences) {
      console.log(`         ${operation}, ${what} of ${brief(given)}`);
      console.log(`           at ${at}: ours ${brief(ours)}, theirs ${brief(theirs)}`);
    }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    results[name] = { problem };
    total.problems++;
    console.log(`problem  ${name}: ${problem}`);
  }
}
console.log(
  `\n${total.services} services, ${total.operations} operations: ${total.requests} requests and ` +
    `${total.responses} responses compared (${total.refused} refused), ${total.differences} operations differ, ${total.problems} problems`,
);
if (values.json !== undefined)
  writeFileSync(resolve(from, values.json), JSON.stringify({ total, results }, replacer, 2));

process.exitCode = total.problems > 0 ? 2 : total.differences > 0 ? 1 : 0;
