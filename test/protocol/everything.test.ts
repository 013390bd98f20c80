import { EVERYTHING_FOLDER } from "@wickr-admin/test-support/everything-model";
import { expect, test } from "vitest";
import { modelTests } from "./model-tests.js";
import { runProtocolTests } from "./run.js";

const { tests, notRun } = await modelTests([EVERYTHING_FOLDER]);
runProtocolTests(tests);

test("every test of the model is run", () => {
  expect(notRun).toEqual([]);
});
