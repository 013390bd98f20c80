import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { complaints } from "@wickr-admin/test-support/compile";

const packages = fileURLToPath(new URL("../../packages", import.meta.url));
// In the test package, so that the examples find what they import.
const parent = fileURLToPath(new URL(".tmp", import.meta.url));
mkdirSync(parent, { recursive: true });
const folder = mkdtempSync(join(parent, "examples-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The code blocks of the documentation in a package's declarations, by where they stand. */
const examplesOf = (name: string): [string, string][] => {
  const declarations = join(packages, name, "dist/es");
  return readdirSync(declarations, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".d.ts"))
    .flatMap((file) => {
      const text = readFileSync(join(declarations, file), "utf8");
      return [...text.matchAll(/```ts\n(.*?)```/gs)].map(
        ([, block = ""], index): [string, string] => [
          `${name}-${file}-${index}`.replaceAll(/[^\w-]+/g, "-"),
          block.replaceAll(/^ *\* ?/gm, ""),
        ],
      );
    });
};

/** The function that a waiter's example calls; commands and paginators are called as their files. */
const mainNameOf = (file: string): string => file.replace(/^waitFor/, "waitUntil");

test("the examples in the documentation compile", async () => {
  const examples = ["client", "paginators", "waiters", "mock"].flatMap(examplesOf);
  // Of each command, paginator and waiter at least one, or they were not found.
  const files = readdirSync(join(packages, "client/src/commands"))
    .concat(
      readdirSync(join(packages, "paginators/src")),
      readdirSync(join(packages, "waiters/src")),
    )
    .map((file) => file.replace(".ts", ""))
    .filter((name) => /Command$|^paginate|^waitFor/.test(name));
  expect(files).not.toEqual([]);
  const without = files.filter(
    (name) => !examples.some(([, code]) => code.includes(mainNameOf(name))),
  );
  expect(without).toEqual([]);
  for (const [name, code] of examples) writeFileSync(join(folder, `${name}.ts`), code);

  const project = {
    extends: "../../tsconfig.strictest.json",
    compilerOptions: { noUnusedLocals: false },
    include: ["*.ts"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(project));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  expect(await complaints("typescript", folder)).toBe("");
});
