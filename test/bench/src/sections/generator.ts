import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { operationExamples } from "../examples.js";
import { repositoryFolder } from "../paths.js";
import { writeRepeatedModel } from "../repeated-model.js";
import type { Measured, Row, Target } from "../results.js";
import { medianOf } from "../statistics.js";

const GENERATOR = join(repositoryFolder, "codegen/dist/cli.js");

/** How often the model is repeated, and how long the generator may take for that. */
const MODELS: readonly { readonly copies: number; readonly targetMs?: number }[] = [
  { copies: 1, targetMs: 1000 },
  { copies: 3 },
  { copies: 9, targetMs: 3000 },
];
const MEMORY_TARGET = 500e6;

/** One run of the generator as a process of its own. */
interface Run {
  readonly ms: number;
  /** The most memory that the process had, in bytes. */
  readonly memory: number;
}

/** Time and memory of the generator: all packages, from the start of the process to its end. */
export const measureGenerator = async ({
  rounds,
  env,
  workFolder,
  onProgress,
}: {
  readonly rounds: number;
  readonly env: NodeJS.ProcessEnv;
  readonly workFolder: string;
  readonly onProgress: (text: string) => void;
}): Promise<Measured> => {
  const folder = join(workFolder, "generator");
  const operations = operationExamples().length;
  const models = MODELS.map((each) => ({ ...each, model: join(folder, `model-${each.copies}`) }));
  for (const { model, copies } of models) writeRepeatedModel(model, copies);
  const program = writeProgram(folder);

  const runs = new Map<number, Run[]>(models.map(({ copies }) => [copies, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const { copies, model } of models) {
      // A new folder each time: a second run would find its files written.
      const out = join(folder, `packages-${copies}-${round}`);
      runs.get(copies)?.push(generate(program, model, out, env));
    }
    onProgress(`round ${round} of ${rounds}`);
    await setImmediate();
  }

  const medians = (copies: number, of: keyof Run) =>
    medianOf((runs.get(copies) ?? []).map((run) => run[of]));
  const row = ({ copies }: { copies: number }, of: keyof Run, target: Target | undefined): Row => ({
    section: "generator",
    id: `generator-${of}-${copies * operations}`,
    title: `Generator, ${copies * operations} operations: ${of === "ms" ? "whole process" : "most memory"}`,
    unit: of === "ms" ? "ms" : "bytes",
    ours: medians(copies, of),
    ...(target && { target }),
  });
  const atMost = (value: number | undefined): Target | undefined =>
    value === undefined ? undefined : { of: "ours", relation: "at most", value };
  return {
    rows: [
      ...models.map((model) => row(model, "ms", atMost(model.targetMs))),
      ...models.map((model) => row(model, "memory", atMost(MEMORY_TARGET))),
    ],
  };
};

/** A program that runs the generator and leaves behind how much memory it took. */
const writeProgram = (folder: string): string => {
  mkdirSync(folder, { recursive: true });
  const program = join(folder, "generate.mjs");
  writeFileSync(
    program,
    `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.MEMORY_FILE, String(process.resourceUsage().maxRSS)));
await import(${JSON.stringify(GENERATOR)});
`,
  );
  return program;
};

const generate = (program: string, model: string, out: string, env: NodeJS.ProcessEnv): Run => {
  const memoryFile = `${out}.memory`;
  const start = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [program, "generate", "--model", model, "--out", out],
    { env: { ...env, MEMORY_FILE: memoryFile }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const ms = performance.now() - start;
  if (status !== 0) throw new Error(`The generator failed: ${stderr.toString()}`);
  // Node gives kilobytes.
  return { ms, memory: Number(readFileSync(memoryFile, "utf8")) * 1024 };
};
