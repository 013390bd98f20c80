import { mergeConfig } from "vitest/config";
import { onSources } from "../../vitest.shared.js";
import shared from "./vitest.config.js";

/** For the test packages that need no build: they run on the sources of all packages. */
export default mergeConfig(shared, onSources);
