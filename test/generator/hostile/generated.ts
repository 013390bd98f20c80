import { writeFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  formatProblem,
  hasErrors,
  loadAsts,
  renderPackages,
  validateModel,
  type Json,
  type ServiceShape,
} from "@wickr-admin/codegen";
import type { ClientModule } from "@wickr-admin/test-support/client-module";
import { clientModule } from "@wickr-admin/test-support/generated-packages";
import { build } from "esbuild";

type Exports = Readonly<Record<string, unknown>>;

/** The packages of a model, loaded. */
export interface LoadedPackages {
  readonly client: ClientModule;
  readonly paginators: Exports;
  readonly waiters: Exports;
  readonly mock: Exports;
}

const PACKAGES = ["client", "paginators", "waiters", "mock"] as const;

/** The text of all files that the generator makes of a model, by their paths. */
export const render = async (
  ast: Json,
  service: string,
  scope: string,
): Promise<ReadonlyMap<string, string>> => {
  const { model, problems } = loadAsts([{ file: "model.json", ast }]);
  const all = [...problems, ...validateModel(model)];
  if (hasErrors(all)) throw new Error(all.map(formatProblem).join("\n"));
  // What does not parse is not formatted, so this fails where text breaks out of its place.
  return (await renderPackages(model, model.shapes.get(service) as ServiceShape, scope)).generated;
};

/** Writes the files below a folder. */
export const write = (folder: string, files: ReadonlyMap<string, string>): void => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Where imports of the packages lead that stand below a folder. */
export const sourcesIn = (folder: string, scope: string): Record<string, string> =>
  Object.fromEntries(
    PACKAGES.map((name) => [`${scope}/${name}`, join(folder, name, "src/index.ts")]),
  );

/** Runs the packages below a folder; those that the service has nothing for are left out. */
export const load = async (
  folder: string,
  scope: string,
  packages: readonly (typeof PACKAGES)[number][] = PACKAGES,
): Promise<LoadedPackages> => {
  const outfile = join(folder, "bundle.mjs");
  await build({
    stdin: {
      contents: packages.map((name) => `export * as ${name} from "${scope}/${name}";`).join("\n"),
      resolveDir: folder,
    },
    alias: sourcesIn(folder, scope),
    external: ["@wickr-admin/runtime", "@smithy/*", "msw"],
    bundle: true,
    keepNames: true,
    // esbuild writes a name with both kinds of quotes as a template, which no name in a pattern can be.
    supported: { "template-literal": false },
    platform: "node",
    format: "esm",
    outfile,
    logLevel: "warning",
  });
  const loaded = (await import(pathToFileURL(outfile).href)) as Record<string, Exports>;
  return {
    client: clientModule({ ...loaded["client"] }),
    paginators: loaded["paginators"] ?? {},
    waiters: loaded["waiters"] ?? {},
    mock: loaded["mock"] ?? {},
  };
};
