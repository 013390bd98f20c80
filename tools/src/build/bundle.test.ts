import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bundle, type BundleOptions } from "./bundle.js";
import type { Patch } from "./patches.js";
import { thirdPartyNotices } from "./third-party-notices.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wickr-build-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const save = (path: string, text: string): void => {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const built = (path: string): string => readFileSync(join(folder, "dist", path), "utf8");
const options = (more: Partial<BundleOptions>): BundleOptions => ({
  folder,
  entries: { node: ["src/index.ts"], browser: [] },
  version: "1.2.3",
  external: ["outside"],
  patches: [],
  ...more,
});

/** A package that is not ours, with a table in it. */
const saveTables = (text: string): void => {
  save(
    "node_modules/tables/package.json",
    '{ "name": "tables", "version": "4.5.6", "license": "MIT", "type": "module", "exports": "./index.js" }',
  );
  save("node_modules/tables/LICENSE", "Do as you like.");
  save("node_modules/tables/index.js", text);
  save("src/index.ts", 'export { used } from "tables";');
};
const patch: Patch = {
  name: "tables are pure",
  pattern: /(?<=^export const \w+ = )(?=table\()/gm,
  replacement: "/* @__PURE__ */ ",
  matches: { "tables/index.js": 2 },
};
const TABLES = `const table = (size) => globalThis.make(size);
export const used = table(1);
export const unused = table(2);
`;

describe("entries", () => {
  test("become a file for each module system, with the version put in", async () => {
    save(
      "src/index.ts",
      'export * from "./sub/index.js"; declare const __PACKAGE_VERSION__: string; export const v = __PACKAGE_VERSION__;',
    );
    save("src/sub/index.ts", 'export { a } from "outside/a";');
    await bundle(options({ entries: { node: ["src/index.ts", "src/sub/index.ts"], browser: [] } }));
    expect(built("es/index.js")).toContain('var v = "1.2.3";');
    expect(built("cjs/sub/index.js")).toContain('require("outside/a")');
  });

  test("load files of their own lazily, which have a name for each platform", async () => {
    save("src/index.ts", 'export const load = () => import("./deep/late.js");');
    save("src/deep/late.ts", "export const late = 1;");
    await bundle(options({ entries: { node: ["src/index.ts"], browser: [] } }));
    expect(built("es/index.js")).toContain('import("./late.js")');
    expect(built("es/late.js")).toContain("late");
    await bundle(options({ entries: { node: [], browser: ["src/index.ts"] } }));
    expect(built("cjs/late.browser.js")).toContain("late");
  });

  test("for browsers have no built-ins of Node", async () => {
    save("src/index.ts", 'export { readFileSync } from "node:fs";');
    await expect(
      bundle(options({ entries: { node: [], browser: ["src/index.ts"] } })),
    ).rejects.toThrow("node:fs");
  });
});

describe("other people's code", () => {
  test("is patched, so that what nobody uses can go", async () => {
    saveTables(TABLES);
    await bundle(options({ patches: [patch] }));
    expect(built("es/index.js")).toContain("table(1)");
    expect(built("es/index.js")).not.toContain("table(2)");
  });

  test("fails the build where it has changed under a patch", async () => {
    saveTables(TABLES.replaceAll("const ", "let "));
    await expect(bundle(options({ patches: [patch] }))).rejects.toThrow(
      'The patch "tables are pure" expects 2 places in tables/index.js and found 0.',
    );
  });

  test("fails the build where a patch is for a file that is not read", async () => {
    saveTables(TABLES);
    const moved = { ...patch, matches: { "tables/lib/tables.js": 2 } };
    await expect(bundle(options({ patches: [moved] }))).rejects.toThrow(
      'The patch "tables are pure" is for tables/lib/tables.js, which is not part of the build',
    );
  });

  test("is named with its license", async () => {
    saveTables(TABLES);
    expect(thirdPartyNotices(await bundle(options({})), folder)).toBe(
      "This package contains code of:\n\n- tables@4.5.6 (MIT)\n\nDo as you like.\n",
    );
    save("src/index.ts", "export const mine = 1;");
    expect(thirdPartyNotices(await bundle(options({})), folder)).toBeUndefined();
  });
});
