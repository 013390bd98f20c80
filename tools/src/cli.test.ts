import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

let nowhere = "";
beforeAll(() => {
  nowhere = mkdtempSync(join(tmpdir(), "wickr-tools-"));
});
afterAll(() => rmSync(nowhere, { recursive: true }));

/** Runs a command in an empty folder. */
const run = (...args: readonly string[]): { code: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(
    here("../../node_modules/.bin/tsx"),
    ["--conditions=@wickr-admin/source", here("cli.ts"), ...args],
    { cwd: nowhere, encoding: "utf8", shell: process.platform === "win32" },
  );
  return { code: status, out: stdout, err: stderr };
};

test("Help is not a failure.", () => {
  const { code, out } = run("model-diff", "--help");
  expect(code).toBe(0);
  expect(out).toContain("2 where the models cannot be compared");
});

test.each([
  ["regenerate", 1],
  ["check-release", 1],
  ["model-diff", 2],
])("%s says in words why it cannot go on, and ends with %i.", (command, code) => {
  expect(run(command)).toMatchObject({
    code,
    err: expect.stringMatching(/^error: .* is not in a git repository\.\n$/),
  });
  expect(run(command, "--bass", "HEAD")).toMatchObject({
    code,
    err: "error: unknown option '--bass'\n(Did you mean --base?)\n",
  });
});

test("An unknown command is a failure.", () => {
  expect(run("modl-diff")).toMatchObject({
    code: 1,
    err: "error: unknown command 'modl-diff'\n(Did you mean model-diff?)\n",
  });
});
