import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const workspace = fileURLToPath(new URL("../..", import.meta.url));

/** The packages that are published, by their folders. */
export const published: Readonly<Record<string, string>> = {
  runtime: "packages/runtime",
  client: "packages/client",
  paginators: "packages/paginators",
  waiters: "packages/waiters",
  mock: "packages/mock",
  simulator: "packages/simulator",
  codegen: "codegen",
};

/** A packed package. */
export interface Tarball {
  /** The name without its scope. */
  readonly name: string;
  /** The package's folder in the workspace. */
  readonly source: string;
  /** The `.tgz`. */
  readonly file: string;
}

declare module "vitest" {
  interface ProvidedContext {
    readonly tarballs: Tarball[];
  }
}

/** Packs all published packages, as publishing does. */
export const packAll = async (into: string): Promise<Tarball[]> => {
  const [command, ...first] = pnpm();
  const filters = Object.keys(published).map((name) => `--filter=@wickr-admin/${name}`);
  // One run of pnpm for all of them: starting it takes longer than packing.
  await run(command!, [...first, ...filters, "pack", "--pack-destination", into], {
    cwd: workspace,
    maxBuffer: Infinity,
  });
  const files = readdirSync(into);
  return Object.entries(published).map(([name, path]) => {
    const file = files.find((each) => each.startsWith(`wickr-admin-${name}-`));
    if (file === undefined) throw new Error(`${name} was not packed.`);
    return { name, source: join(workspace, path), file: join(into, file) };
  });
};

/** The pnpm that runs the tests, else the one the workspace asks for. */
const pnpm = (): string[] => {
  const running = process.env["npm_execpath"];
  if (running !== undefined && /pnpm\.[cm]?js$/.test(running)) return [process.execPath, running];

  const { packageManager } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8")) as {
    packageManager: string;
  };
  return ["npx", "-y", packageManager];
};
