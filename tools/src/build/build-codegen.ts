import { rmSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../support/json-file.js";
import { runBinary } from "../support/run-binary.js";
import { checkFiles } from "./build-package.js";
import { entriesOf, type Target } from "./entries.js";
import { runEsbuild } from "./run-esbuild.js";

/** Builds the generator: one flat module an entry, so that the command starts fast, and its types. */
export const buildCodegen = async (folder: string): Promise<void> => {
  const { exports } = readJson<{ readonly exports: Readonly<Record<string, Target>> }>(
    join(folder, "package.json"),
  );
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  await runEsbuild({
    absWorkingDir: folder,
    entryPoints: ["src/cli.ts", ...entriesOf(exports).node],
    outdir: "dist",
    outbase: "src",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
  });
  runBinary(folder, "tsc", "-p", "tsconfig.build.json");
  checkFiles(folder, exports);
};
