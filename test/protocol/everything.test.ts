import { EVERYTHING_FOLDER } from "@wickr-admin/test-support/everything-model";
import { modelTests } from "./model-tests.js";
import { runProtocolTests } from "./run.js";

const { tests } = await modelTests([EVERYTHING_FOLDER]);
runProtocolTests(tests);
