import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** The wide model: everything restJson1 may hold, with names and texts that try to break out. */
export const EVERYTHING = join(here, "models/everything.json");

/** The generator's command line, as installed. */
const CLI = join(dirname(require.resolve("@wickr-admin/codegen")), "cli.js");

/** A folder that is gone after the test, inside this package so that its dependencies are found. */
export const temporaryFolder = (): { path: string; remove: () => void } => {
  const parent = join(here, "..", ".tmp");
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, "generator-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `wickr-codegen`. */
export const codegen = (...args: readonly string[]): Ran => run(process.execPath, [CLI, ...args]);

/** Type-checks a folder of generated packages under the strictest options; gives what tsc says. */
export const typeCheck = (folder: string, include: readonly string[] = ["."]): string => {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2022", "DOM", "DOM.Iterable"],
        module: "NodeNext",
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noImplicitOverride: true,
        noImplicitReturns: true,
        noPropertyAccessFromIndexSignature: true,
        noFallthroughCasesInSwitch: true,
        noUncheckedSideEffectImports: true,
        allowUnreachableCode: false,
        allowUnusedLabels: false,
        noUnusedLocals: true,
        noUnusedParameters: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include,
    }),
  );
  const tsc = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");
  const { stdout, stderr } = run(process.execPath, [tsc, "-p", folder]);
  return stdout + stderr;
};

const run = (command: string, args: readonly string[]): Ran => {
  try {
    const stdout = execFileSync(command, args, { encoding: "utf8", stdio: "pipe" });
    return { code: 0, stdout, stderr: "" };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, stdout, stderr };
  }
};
