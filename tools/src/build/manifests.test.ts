/** What the package.json of published packages say, here and in tarballs. */
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readJson } from "../support/json-file.js";
import { entriesOf, SOURCE, type Target } from "./entries.js";

interface Manifest {
  readonly exports: Readonly<Record<string, Target>>;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folders = [
  "codegen",
  ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`),
];
const { hooks } = createRequire(import.meta.url)(join(root, ".pnpmfile.cjs")) as {
  hooks: { beforePacking: (manifest: Manifest) => Manifest };
};

describe.each(folders)("%s", (folder) => {
  const manifest = readJson<Manifest>(join(root, folder, "package.json"));

  test("names sources that are there", () => {
    const { node, browser } = entriesOf(manifest.exports);
    const sources = [...node, ...browser];
    expect(sources).not.toEqual([]);
    expect(sources.filter((path) => !existsSync(join(root, folder, path)))).toEqual([]);
  });

  test("names no sources once it is packed, and all the rest", () => {
    const packed = hooks.beforePacking(manifest);
    expect(JSON.stringify(packed)).not.toContain(SOURCE);
    expect(Object.keys(packed)).toEqual(Object.keys(manifest));
    expect(Object.keys(packed.exports)).toEqual(Object.keys(manifest.exports));
  });
});
