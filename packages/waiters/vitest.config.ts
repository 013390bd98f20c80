import { defineConfig } from "vitest/config";
import { onSources } from "../../vitest.shared.js";

export default defineConfig({ ...onSources, test: { testTimeout: 60_000 } });
