import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Listr } from "listr2";
import { version as esbuildVersion } from "esbuild";
import { type Contestant, installOfficial, installOurs, installScheduler } from "./contestants.js";
import { cleanEnvironment } from "./environment.js";
import { operationExamples } from "./examples.js";
import type { Installation } from "./install.js";
import type { Options } from "./options.js";
import { benchFolder } from "./paths.js";
import { buildPeer } from "./peer/build-peer.js";
import { type Machine, describeMachine } from "./report/machine.js";
import type { Results } from "./report/results.js";
import { type Measured, SECTIONS, type SectionId } from "./results.js";
import { measureColdStart } from "./sections/cold-start.js";
import { measureGenerator } from "./sections/generator.js";
import { measureHeap } from "./sections/heap.js";
import { measureHttp } from "./sections/http.js";
import { installRows, installSize } from "./sections/install.js";
import { bundleSizes, publishedClientSize, sizeRows } from "./sections/sizes.js";
import { measureThroughput } from "./sections/throughput.js";

/** How long to measure: all in a few minutes, or a smoke run. */
const EFFORT = {
  full: {
    coldStart: { rounds: 40 },
    throughput: { rounds: 20, warmUpMs: 2000, batchMs: 150 },
    http: { rounds: 20, warmUpMs: 2000, batchMs: 250 },
    heap: { batches: 40, calls: 100_000 },
    generator: { rounds: 9 },
  },
  quick: {
    coldStart: { rounds: 6 },
    throughput: { rounds: 5, warmUpMs: 500, batchMs: 60 },
    http: { rounds: 5, warmUpMs: 500, batchMs: 100 },
    heap: { batches: 10, calls: 20_000 },
    generator: { rounds: 3 },
  },
};

const TITLES: Readonly<Record<SectionId, string>> = {
  sizes: "Bundle sizes",
  install: "Installed sizes",
  "cold-start": "Cold start",
  throughput: "Calls a second, in memory",
  http: "Calls a second, over HTTP",
  heap: "Memory",
  generator: "Generator",
};

/** What the first task makes ready for the others. */
interface Ready {
  readonly official: Contestant;
  readonly ours: Contestant;
  readonly scheduler: Installation;
  readonly machine: Machine;
}

/** Runs the sections one after the other, with progress shown. */
export const runBenchmark = async ({ sections, quick }: Options): Promise<Results> => {
  const workFolder = mkdtempSync(join(tmpdir(), "wickr-admin-bench-"));
  const home = join(workFolder, "home");
  mkdirSync(home);
  const env = cleanEnvironment(home);
  const effort = quick ? EFFORT.quick : EFFORT.full;
  const measured = new Map<SectionId, Measured>();
  let ready: Ready | undefined;

  const measure = async (
    section: SectionId,
    { official, ours, scheduler }: Ready,
    onProgress: (text: string) => void,
  ): Promise<Measured> => {
    switch (section) {
      case "sizes": {
        const operations = operationExamples().map(({ operation }) => operation);
        return sizeRows(
          await bundleSizes(official, operations),
          await bundleSizes(ours, operations),
          await publishedClientSize(scheduler),
        );
      }
      case "install":
        return installRows(installSize(scheduler), installSize(ours.installation));
      case "cold-start":
        return measureColdStart(
          { official, ours },
          { ...effort.coldStart, env, workFolder, onProgress },
        );
      case "throughput":
        return measureThroughput(official, ours, effort.throughput, { env, onProgress });
      case "http":
        return measureHttp(official, ours, effort.http, { env, onProgress });
      case "heap":
        return measureHeap({ official, ours }, effort.heap, { env, onProgress });
      case "generator":
        return measureGenerator({ ...effort.generator, env, workFolder, onProgress });
    }
  };

  try {
    await new Listr([
      {
        title: "Build the peer and install both",
        task: async () => {
          ready = await prepare(workFolder);
        },
      },
      ...SECTIONS.filter((section) => sections.includes(section)).map((section) => ({
        title: TITLES[section],
        task: async (_: unknown, task: { output: string }) => {
          if (!ready) throw new Error("Nothing is prepared.");
          const onProgress = throttled((text) => (task.output = text));
          measured.set(section, await measure(section, ready, onProgress));
        },
      })),
    ]).run();
    if (!ready) throw new Error("Nothing was prepared.");
    const all = [...measured.values()];
    return {
      date: new Date().toISOString().slice(0, 10),
      quick,
      machine: ready.machine,
      rows: all.flatMap(({ rows }) => rows),
      references: all.flatMap(({ references = [] }) => references),
      series: all.flatMap(({ series = [] }) => series),
    };
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
};

/** A terminal shows each step in place; a log file is told now and then. */
const throttled = (show: (text: string) => void): ((text: string) => void) => {
  if (process.stdout.isTTY) return show;
  let next = 0;
  return (text) => {
    if (Date.now() < next) return;
    next = Date.now() + 10_000;
    show(text);
  };
};

const prepare = async (workFolder: string): Promise<Ready> => {
  const [loadAtStart = 0] = loadavg();
  const official = installOfficial(workFolder, await buildPeer());
  const ours = installOurs(workFolder);
  const scheduler = installScheduler(workFolder);
  const machine = describeMachine(loadAtStart, [official, ours], {
    "@aws-sdk/client-scheduler": scheduler.packages[0]?.version ?? "",
    esbuild: esbuildVersion,
    ...inlinedVersions(),
  });
  return { official, ours, scheduler, machine };
};

/** The parts that our runtime has built in; both contestants sign with the same one. */
const inlinedVersions = (): Record<string, string> => {
  const path = join(benchFolder, "../../packages/runtime/package.json");
  const { devDependencies } = JSON.parse(readFileSync(path, "utf8")) as {
    devDependencies: Record<string, string>;
  };
  return Object.fromEntries(
    Object.entries(devDependencies).filter(([name]) => name.startsWith("@smithy/")),
  );
};
