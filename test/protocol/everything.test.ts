import { fileURLToPath } from "node:url";
import { modelTests } from "./model-tests.js";
import { runProtocolTests } from "./run.js";

const models = fileURLToPath(new URL("../generator/models", import.meta.url));

runProtocolTests(await modelTests([models]));
