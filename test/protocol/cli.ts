import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { modelTests } from "./model-tests.js";

// Runs the protocol tests of any restJson1 model:
//
//   pnpm protocol-tests --model <file|folder...> [--service <shape id>] [--only <text>] [--failed]
//
// Ends with 0 where all pass, with 1 where one fails, with 2 where there is nothing to run.

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const { values } = parseArgs({
  options: {
    model: { type: "string", multiple: true, default: [] },
    service: { type: "string" },
    only: { type: "string", default: "" },
    failed: { type: "boolean", default: false },
  },
});

if (values.model.length === 0) {
  console.error("Say which model: --model <file|folder>");
  process.exit(2);
}
// Paths are meant from where the command was given.
const from = process.env["INIT_CWD"] ?? process.cwd();
const { tests, notRun } = await modelTests(
  values.model.map((path) => resolve(from, path)),
  values.service,
);

const counts = new Map<string, { passed: number; failed: number }>();
for (const { group, id, run } of tests) {
  if (!id.includes(values.only)) continue;
  const count = counts.get(group) ?? { passed: 0, failed: 0 };
  counts.set(group, count);
  try {
    await run();
    count.passed++;
    if (!values.failed) console.log(`  ok    ${group}: ${id}`);
  } catch (error) {
    count.failed++;
    console.log(`  FAIL  ${group}: ${id}`);
    console.log(messageOf(error).replaceAll(/^/gm, "          "));
  }
}

const total = { passed: 0, failed: 0 };
console.log(`\n${"".padEnd(28)}${"passed".padStart(8)}${"failed".padStart(8)}`);
for (const [group, { passed, failed }] of counts) {
  total.passed += passed;
  total.failed += failed;
  console.log(group.padEnd(28) + String(passed).padStart(8) + String(failed).padStart(8));
}
const skipped = notRun.reduce((sum, { ids }) => sum + ids.length, 0);
for (const { what, why, ids } of notRun) {
  console.log(`\nNOT RUN: ${ids.length} of ${what}, because ${why}`);
  console.log(`         ${ids.join(", ")}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${skipped} not run`);
process.exitCode = total.failed > 0 ? 1 : total.passed > 0 ? 0 : 2;
