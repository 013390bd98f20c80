import { defineConfig } from "vitest/config";

/** For the test packages: each runs with `--config ../support/vitest.config.ts --root .`. */
export default defineConfig({
  test: {
    exclude: ["**/node_modules/**", "**/.tmp/**"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Vitest leaves one core to itself, but most of its work here is to wait.
    maxWorkers: "100%",
  },
});
