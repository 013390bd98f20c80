// What the runtime exports, as it is built: whoever imports it gets one copy of everything.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("../../packages/runtime", import.meta.url));

/** Runs a program in the runtime's folder, which then finds it by its name, and gives what it prints. */
const run = (program: string, ...flags: string[]): string =>
  execFileSync(process.execPath, [...flags, "--eval", program], {
    cwd: folder,
    encoding: "utf8",
  }).trim();

/** The values that people may import. */
const VALUES = "NumericValue ServiceException toLazyJson";

const PLATFORMS = [["Node"], ["browsers", "--conditions=browser"]];

describe.each(PLATFORMS)("on %s", (_, ...flags) => {
  it("gives the same classes from the root and from ./internal, by import", () => {
    const program = `
      import * as root from "@wickr-admin/runtime";
      import * as internal from "@wickr-admin/runtime/internal";
      console.log(...Object.keys(root).filter((name) => root[name] === internal[name]).sort());`;
    expect(run(program, "--input-type=module", ...flags)).toBe(VALUES);
  });

  it("gives the same classes from the root and from ./internal, by require", () => {
    const program = `
      const root = require("@wickr-admin/runtime");
      const internal = require("@wickr-admin/runtime/internal");
      console.log(...Object.keys(root).filter((name) => root[name] === internal[name]).sort());`;
    expect(run(program, "--input-type=commonjs", ...flags)).toBe(VALUES);
  });
});

it.each(["node", "browser"] as const)(
  "costs a bundle nothing to import from the root (%s)",
  async (platform) => {
    const sizeOf = async (from: string): Promise<number> => {
      const { outputFiles } = await build({
        stdin: { contents: `export { ServiceException } from "${from}";`, resolveDir: folder },
        bundle: true,
        minify: true,
        write: false,
        format: "esm",
        platform,
      });
      return outputFiles[0]?.contents.length ?? NaN;
    };
    const size = await sizeOf("@wickr-admin/runtime/internal");
    expect(size).toBeLessThan(10_000);
    expect(await sizeOf("@wickr-admin/runtime")).toBe(size);
  },
);
