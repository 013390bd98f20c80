import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { build } from "esbuild";
import { CASES } from "../cases.js";
import { CONTESTANTS, type Contestant, type ContestantId } from "../contestants.js";
import type { Measured, Row } from "../results.js";
import { STATIC_CONFIGURATION } from "../sdk.js";
import { medianOf, ratioOf } from "../statistics.js";
import { pairsOf } from "./pairs.js";

/** How the code comes to the process. */
type Form = "installed" | "bundled";

const FORMS: readonly { form: Form; title: string; target: number }[] = [
  { form: "installed", title: "as installed", target: 0.6 },
  { form: "bundled", title: "bundled by esbuild", target: 0.4 },
];

/** A program to start. */
interface Program {
  readonly name: "bare" | `${ContestantId}-${Form}`;
  readonly file: string;
}

/** From the start of the process to its end: import, construct and one call, less what a bare Node takes. */
export const measureColdStart = async (
  contestants: Readonly<Record<ContestantId, Contestant>>,
  {
    rounds,
    env,
    workFolder,
    onProgress,
  }: {
    readonly rounds: number;
    readonly env: NodeJS.ProcessEnv;
    readonly workFolder: string;
    readonly onProgress: (text: string) => void;
  },
): Promise<Measured> => {
  const bare = join(workFolder, "bare.mjs");
  writeFileSync(bare, "0;\n");
  const programs: Program[] = [{ name: "bare", file: bare }];
  for (const id of CONTESTANTS) programs.push(...(await programsOf(contestants[id])));

  // The first start of each reads its files from disk; the others find them in memory.
  for (const program of programs) timeOf(program, env);

  const times = new Map<string, number[]>(programs.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const program of programs) times.get(program.name)?.push(timeOf(program, env));
    if (round % 2 === 0) programs.reverse();
    else programs.push(...programs.splice(0, 1));
    onProgress(`round ${round} of ${rounds}`);
    await setImmediate();
  }

  const bareTimes = times.get("bare") ?? [];
  const above = (id: ContestantId, form: Form): number[] =>
    (times.get(`${id}-${form}`) ?? []).map((time, round) => time - (bareTimes[round] ?? 0));
  return {
    rows: FORMS.map(({ form, title, target }): Row => {
      const official = above("official", form);
      const ours = above("ours", form);
      return {
        section: "cold-start",
        id: `cold-start-${form}`,
        title: `Import, construct and first call, above bare Node: ${title}`,
        unit: "ms",
        official: medianOf(official),
        ours: medianOf(ours),
        ratio: ratioOf(pairsOf(official, ours)),
        target: { of: "ratio", relation: "at most", value: target },
      };
    }),
    references: [
      {
        section: "cold-start",
        id: "cold-start-bare",
        title: "A bare Node process",
        unit: "ms",
        figure: medianOf(bareTimes),
      },
    ],
  };
};

const programsOf = async ({ id, packageName, installation }: Contestant): Promise<Program[]> => {
  const folder = join(installation.folder, "start");
  mkdirSync(folder, { recursive: true });
  const installed = join(folder, "installed.mjs");
  writeFileSync(installed, programCode(packageName));
  const bundled = join(folder, "bundled.cjs");
  await build({
    entryPoints: [installed],
    outfile: bundled,
    bundle: true,
    minify: true,
    platform: "node",
    logLevel: "error",
  });
  return [
    { name: `${id}-installed`, file: installed },
    { name: `${id}-bundled`, file: bundled },
  ];
};

const programCode = (packageName: string): string => {
  const [{ operation, input, answer }] = CASES;
  return `import { WickrClient, ${operation}Command } from ${JSON.stringify(packageName)};
const body = new TextEncoder().encode(${JSON.stringify(JSON.stringify(answer))});
const client = new WickrClient({
  ...${JSON.stringify(STATIC_CONFIGURATION)},
  requestHandler: {
    metadata: { handlerProtocol: "http/1.1" },
    handle: async () => ({
      response: { statusCode: 200, headers: { "content-type": "application/json" }, body },
    }),
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
  },
});
client.send(new ${operation}Command(${JSON.stringify(input)})).then((output) => {
  if (JSON.stringify(output.total) !== ${JSON.stringify(JSON.stringify((answer as { total: number }).total))}) process.exit(1);
});
`;
};

/** Milliseconds until the process has ended. Blocks, so that nothing of this process gets in between. */
const timeOf = ({ name, file }: Program, env: NodeJS.ProcessEnv): number => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [file], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${name} failed: ${stderr.toString()}`);
  return time;
};
