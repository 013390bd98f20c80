import { basename } from "node:path";
import type { BuildOptions, Metafile } from "esbuild";
import { Failure } from "../support/failure.js";
import type { Entries } from "./entries.js";
import { checkAllApplied, type Patch, patches as ours } from "./patches.js";
import { runEsbuild } from "./run-esbuild.js";
import { lazyImports, patching, withoutEventStreams } from "./plugins.js";

/** What to bundle. */
export interface BundleOptions {
  /** The package's folder. */
  readonly folder: string;
  readonly entries: Entries;
  /** For `__PACKAGE_VERSION__`. */
  readonly version: string;
  /** Packages that stay imports. */
  readonly external: readonly string[];
  /** Default: those that this repository's packages need. */
  readonly patches?: readonly Patch[];
}

/** What plugins saw: files of other packages, and modules that were left out. */
interface Found {
  readonly read: Set<string>;
  readonly left: Set<string>;
}

/** What is loaded lazily is nearly all of it other people's code, and much: it goes without blanks. */
const DENSE: BuildOptions = { minifyWhitespace: true, minifySyntax: true };

const NODE: BuildOptions = {
  platform: "node",
  mainFields: ["module", "main"],
  conditions: ["module"],
};
const BROWSER: BuildOptions = { platform: "browser", mainFields: ["browser", "module", "main"] };

const ESM: BuildOptions = {
  format: "esm",
  splitting: true,
  outdir: "dist/es",
  chunkNames: "chunks/[name]-[hash]",
};
const COMMON_JS: BuildOptions = { format: "cjs", outdir: "dist/cjs" };

/**
 * Bundles a package: each entry becomes one flat file as ESM and as CommonJS. Flat files load in one
 * read and still shake: nothing at their top level has an effect. What the source imports lazily
 * stays in files of its own, so that it is read only when it is needed.
 */
export const bundle = async (options: BundleOptions): Promise<Metafile[]> => {
  const { entries, patches = ours } = options;
  const found: Found = { read: new Set(), left: new Set() };
  const metafiles = await Promise.all(
    [ESM, COMMON_JS].flatMap((format) => [
      bundleAll(options, found, { ...NODE, ...format }, entries.node, ""),
      bundleAll(options, found, { ...BROWSER, ...format }, entries.browser, ".browser"),
    ]),
  );
  checkAllApplied(patches, found.read);
  const hasSmithy = [...found.read].some((file) => file.startsWith("@smithy/core/"));
  if (hasSmithy && found.left.size === 0) {
    throw new Failure(
      "Smithy's core does not ask for event streams any more: tools/src/build/plugins.ts need not leave them out.",
    );
  }
  return metafiles.flat();
};

/**
 * Bundles entries, and each module of ours that they import lazily on its own: what several of them
 * need is in each, so that none loads what only another one uses.
 */
const bundleAll = async (
  { folder, version, external, patches = ours }: BundleOptions,
  { read, left }: Found,
  target: BuildOptions,
  entries: readonly string[],
  suffix: string,
): Promise<Metafile[]> => {
  if (entries.length === 0) return [];
  const lazy = new Set<string>();
  const shared: BuildOptions = {
    ...target,
    absWorkingDir: folder,
    bundle: true,
    target: "es2022",
    external: external.flatMap((name) => [name, `${name}/*`]),
    define: { __PACKAGE_VERSION__: JSON.stringify(version) },
    legalComments: "none",
    plugins: [patching(patches, read), withoutEventStreams(left), lazyImports(suffix, lazy)],
  };
  const run = async (more: BuildOptions): Promise<Metafile> =>
    await runEsbuild({ ...shared, ...more });
  const eager = await run({ entryPoints: [...entries], outbase: "src" });
  const lazily = [...lazy].map((path) =>
    run({ ...DENSE, entryPoints: { [basename(path, ".ts") + suffix]: path } }),
  );
  return [eager, ...(await Promise.all(lazily))];
};
