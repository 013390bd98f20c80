import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import type { Contestant } from "../contestants.js";
import { firstCommands } from "../operations.js";
import type { Installation } from "../install.js";
import type { Measured, Row, Target } from "../results.js";

/** Bytes after esbuild's minification and gzip. */
export interface BundleSizes {
  /** For browsers, by number of commands. */
  readonly browser: Readonly<Record<number, number>>;
  /** For Node, one command: what is loaded before the first call; the rest is imported lazily. */
  readonly nodeStatic: number;
  /** For Node, one command: the static part and all lazy parts. */
  readonly nodeTotal: number;
  /** For Node, one command, all in one file: esbuild's defaults. */
  readonly nodeSingleFile: number;
}

/** How many commands the browser bundles hold: a few, some, and all that there are. */
const commandCounts = (all: number): number[] => [1, 4, 16, all];

/** Bundles a contestant each way. `operations` are the names of all operations. */
export const bundleSizes = async (
  { packageName, installation: { folder } }: Contestant,
  operations: readonly string[],
): Promise<BundleSizes> => {
  const entries = join(folder, "entries");
  mkdirSync(entries, { recursive: true });
  const entryOf = (count: number): string => {
    const path = join(entries, `${count}.mjs`);
    writeFileSync(path, entryCode(packageName, firstCommands(count, operations)));
    return path;
  };
  const browser: Record<number, number> = {};
  for (const count of commandCounts(operations.length)) {
    const { total } = await bundle({
      entryPoints: [entryOf(count)],
      platform: "browser",
      format: "esm",
    });
    browser[count] = total;
  }
  const entryPoints = [entryOf(1)];
  const split = await bundle({
    entryPoints,
    platform: "node",
    format: "esm",
    splitting: true,
    outdir: join(folder, "split"),
  });
  const single = await bundle({ entryPoints, platform: "node" });
  return {
    browser,
    nodeStatic: split.static,
    nodeTotal: split.total,
    nodeSingleFile: single.total,
  };
};

/** The same for both: a client with what it cannot do without, and each command sent. */
const entryCode = (packageName: string, commands: readonly string[]): string => `
import { WickrClient, ${commands.join(", ")} } from ${JSON.stringify(packageName)};
const client = new WickrClient({
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "SECRET" },
});
${commands.map((command) => `export const send${command} = (input) => client.send(new ${command}(input));`).join("\n")}
`;

const bundle = async (options: BuildOptions): Promise<{ static: number; total: number }> => {
  const result = await build({
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    logLevel: "error",
    absWorkingDir: "/",
    ...options,
  });
  const outputs = result.metafile?.outputs ?? {};
  const isStatic = new Set<string>();
  const queue = Object.keys(outputs).filter((path) =>
    outputs[path]?.entryPoint?.includes("entries/"),
  );
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (isStatic.has(path)) continue;
    isStatic.add(path);
    for (const imported of outputs[path]?.imports ?? [])
      if (imported.kind === "import-statement" && !imported.external) queue.push(imported.path);
  }
  const sizes = Object.keys(outputs).map((path, index) => ({
    isStatic: isStatic.has(path),
    bytes: gzipSync(result.outputFiles?.[index]?.contents ?? "").length,
  }));
  const sum = (of: typeof sizes): number => of.reduce((all, { bytes }) => all + bytes, 0);
  return { static: sum(sizes.filter((size) => size.isStatic)), total: sum(sizes) };
};

/** One command of a published client in a browser bundle: to see that the peer is a fair one. */
export const publishedClientSize = async ({ folder }: Installation): Promise<number> => {
  const entry = join(folder, "entries", "published.mjs");
  mkdirSync(dirname(entry), { recursive: true });
  writeFileSync(
    entry,
    entryCode("@aws-sdk/client-scheduler", ["GetScheduleCommand"]).replaceAll(
      "WickrClient",
      "SchedulerClient",
    ),
  );
  return (await bundle({ entryPoints: [entry], platform: "browser", format: "esm" })).total;
};

/** The rows for both contestants' sizes. */
export const sizeRows = (official: BundleSizes, ours: BundleSizes, published: number): Measured => {
  const row = (
    id: string,
    title: string,
    figure: (sizes: BundleSizes) => number | undefined,
    target?: Target,
  ): Row => {
    const [theirs, own] = [figure(official) ?? 0, figure(ours) ?? 0];
    return {
      section: "sizes",
      id,
      title,
      unit: "bytes",
      official: { value: theirs },
      ours: { value: own },
      ratio: { value: own / theirs },
      ...(target && { target }),
    };
  };
  const atMost = (value: number): Target => ({ of: "ratio", relation: "at most", value });
  return {
    rows: [
      ...Object.keys(ours.browser)
        .map(Number)
        .map((count) =>
          row(
            `browser-${count}`,
            `Browser bundle, ${count === 1 ? "1 command" : `${count} commands`}`,
            ({ browser }) => browser[count],
            count === 1 ? atMost(0.38) : undefined,
          ),
        ),
      row(
        "node-static",
        "Node bundle, 1 command: loaded before the first call",
        ({ nodeStatic }) => nodeStatic,
        atMost(0.3),
      ),
      row(
        "node-total",
        "Node bundle, 1 command: with all that is loaded lazily",
        ({ nodeTotal }) => nodeTotal,
      ),
      row(
        "node-single",
        "Node bundle, 1 command: as a single file",
        ({ nodeSingleFile }) => nodeSingleFile,
      ),
    ],
    references: [
      {
        section: "sizes",
        id: "published-client",
        title:
          "Browser bundle, 1 command of the published @aws-sdk/client-scheduler (12 operations)",
        unit: "bytes",
        figure: { value: published },
      },
    ],
  };
};
