import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { type RuntimeEntry, SYMBOLS } from "./symbols.js";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The files that stand behind the entries; more than one where platforms differ. */
const FILES: { readonly [Entry in RuntimeEntry]: readonly string[] } = {
  internal: ["internal.node", "internal.browser"],
  jmespath: ["jmespath/index"],
  paginator: ["paginator"],
  waiter: ["waiter"],
  server: ["restjson1/server/index"],
  mock: ["mock/index"],
};

const CASES = Object.entries(FILES).flatMap(([entry, files]) =>
  files.map((file) => [file, entry as RuntimeEntry] as const),
);

describe.each(CASES)("%s", (file, entry) => {
  it("exports the values that the list has, and no others", async () => {
    const exported = Object.keys((await import(`./${file}.ts`)) as object);
    expect(exported.sort()).toEqual([...SYMBOLS[entry].values].sort());
  });

  it("exports the types that the list has", async () => {
    await expect(compileErrors(file, SYMBOLS[entry].types)).resolves.toEqual([]);
  });
});

it("sees types that are not there", async () => {
  expect(await compileErrors("paginator", ["Pages", "NotThere"])).toEqual([
    expect.stringContaining("NotThere"),
  ]);
});

/** Lets the compiler hand on types of a file, and gives what it finds wrong with that. */
const compileErrors = async (file: string, types: readonly string[]): Promise<string[]> => {
  const home = await mkdtemp(join(folder, "..", ".tmp-symbols-"));
  try {
    const source = `export type { ${types.join(", ")} } from "../src/${file}.js";\n`;
    await writeFile(join(home, "types.ts"), source);
    const config = {
      extends: "../tsconfig.json",
      compilerOptions: { rootDir: ".." },
      files: ["types.ts"],
      include: [],
    };
    await writeFile(join(home, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(
      dirname(createRequire(import.meta.url).resolve("typescript/package.json")),
      "bin/tsc",
    );
    const { stdout } = await promisify(execFile)(process.execPath, [compiler, "-p", home]).catch(
      (error: { readonly stdout: string }) => error,
    );
    return stdout.split("\n").filter((line) => line.includes(basename(home)));
  } finally {
    await rm(home, { recursive: true });
  }
};
