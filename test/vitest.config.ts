import { defineConfig } from "vitest/config";

// Benchmarks are a package of their own, with tests of its own.
const exclude = ["**/node_modules/**", "**/.tmp/**", "bench/**"];
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Vitest leaves one core to itself, but most of its work here is to wait.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "packaging",
          include: ["packaging/**/*.test.ts"],
          exclude,
          ...timeouts,
          // Packs once for all the tests that look at what is packed.
          globalSetup: ["packaging/pack-once.ts"],
        },
      },
      {
        test: {
          name: "workspace",
          include: ["**/*.test.ts"],
          exclude: [...exclude, "packaging/**"],
          ...timeouts,
        },
      },
    ],
  },
});
