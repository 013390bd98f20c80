import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "@wickr-admin/test-support/temporary-folder";
import { compare } from "./compare.js";
import { officialClient } from "@wickr-admin/tools/published";

const folder = fileURLToPath(new URL(".", import.meta.url));

// A choice of many: `pnpm published` compares any other.
test.each([
  ["@aws-sdk/client-api-gateway", "header of its own, payloads of bytes"],
  ["@aws-sdk/client-connectcases", "sparse lists, unions, recursion"],
  ["@aws-sdk/client-glacier", "hashes, streams, header of its own"],
  ["@aws-sdk/client-iot-data-plane", "payloads, headers in JSON"],
])("%s is written and read alike (%s)", async (name) => {
  const { path, remove } = temporaryFolder("published");
  try {
    const official = officialClient(name, folder);
    const modelFile = join(path, "model.json");
    const result = await compare(official, { runs: 10, seed: 1, modelFile });
    expect(result.differences).toEqual([]);
    // Answers that are streams are left out; there are few.
    expect(result.responses).toBeGreaterThan(0.9 * result.requests);
    expect(result.requests - result.refused).toBe(10 * Object.keys(official.operations).length);
  } finally {
    remove();
  }
});
