import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packagesBelow, readChangesets } from "./read-changesets.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "wickr-changesets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const save = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const GROUP = [["@a/*"]];

test("Changesets are read as people and tools write them.", () => {
  save("README.md", "# Changesets");
  save("b.md", "---\n'@a/mock': minor\n---\n\nNew.\n");
  save(
    "a.md",
    '---\r\n"@a/client": major\r\n"@a/mock": patch\r\n---\r\n\r\n"@a/waiters": major in the text.\r\n',
  );
  save("empty.md", "---\n---\n\nNothing.\n");
  expect(
    readChangesets(folder).map(({ file, bumps }) => [file, Object.fromEntries(bumps)]),
  ).toEqual([
    ["a.md", { "@a/client": "major", "@a/mock": "patch" }],
    ["b.md", { "@a/mock": "minor" }],
    ["empty.md", {}],
  ]);
});

test("In a fixed group one package speaks for all.", () => {
  save("a.md", '---\n"@a/mock": minor\n---\n\nNew.\n');
  const changesets = readChangesets(folder);
  expect(packagesBelow("minor", ["@a/client", "@a/mock"], changesets, GROUP)).toEqual([]);
  expect(packagesBelow("minor", ["@a/client", "@a/mock"], changesets, [])).toEqual(["@a/client"]);
  expect(packagesBelow("major", ["@a/client"], changesets, GROUP)).toEqual(["@a/client"]);
});
