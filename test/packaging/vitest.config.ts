import { mergeConfig } from "vitest/config";
import shared from "../support/vitest.config.js";

// Packs once for all the tests that look at what is packed.
export default mergeConfig(shared, { test: { globalSetup: ["pack-once.ts"] } });
