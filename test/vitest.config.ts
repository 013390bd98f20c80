import { defineConfig } from "vitest/config";

const exclude = ["**/node_modules/**", "**/.tmp/**"];
const timeouts = { testTimeout: 120_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
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
