import { defineConfig } from "vitest/config";
import { onSources } from "../../vitest.shared.js";

export default defineConfig({
  ...onSources,
  test: { include: ["src/**/*.test.ts", "test/**/*.test.ts"], testTimeout: 60_000 },
});
