import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
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
export async function packAll(into: string): Promise<Tarball[]> {
  return Promise.all(
    Object.entries(published).map(async ([name, path]) => {
      const source = join(workspace, path);
      const destination = join(into, name);
      mkdirSync(destination, { recursive: true });
      const [command, ...first] = pnpm();
      await run(command!, [...first, "pack", "--pack-destination", destination], { cwd: source });
      return { name, source, file: join(destination, readdirSync(destination)[0]!) };
    }),
  );
}

/** The pnpm that runs the tests, else the one the workspace asks for. */
function pnpm(): string[] {
  const running = process.env["npm_execpath"];
  if (running !== undefined && /pnpm\.[cm]?js$/.test(running)) {
    return [process.execPath, running];
  }
  const { packageManager } = JSON.parse(readFileSync(join(workspace, "package.json"), "utf8")) as {
    packageManager: string;
  };
  return ["npx", "-y", packageManager];
}
