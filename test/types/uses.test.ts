import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compilers, complaints } from "./compile.js";

describe.each(compilers)("uses compile with %s", (compiler) => {
  test.each(["strictest", "default", "bundler"])("under %s options", async (options) => {
    const project = fileURLToPath(new URL(`tsconfig.${options}.json`, import.meta.url));
    expect(await complaints(compiler, project)).toBe("");
  });
});
