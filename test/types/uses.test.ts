import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { complaints } from "@wickr-admin/test-support/compile";

describe("uses compile", () => {
  test.each([
    ["typescript", "strictest"],
    ["typescript", "default"],
    ["typescript", "bundler"],
    ["typescript-5.9", "strictest"],
    ["typescript-5.9", "default"],
  ] as const)("with %s, %s options", async (compiler, options) => {
    const project = fileURLToPath(new URL(`tsconfig.${options}.json`, import.meta.url));
    expect(await complaints(compiler, project)).toBe("");
  });
});
