import { clientTests } from "./client-tests.js";
import { generatedServices } from "@wickr-admin/test-support/generated-packages";
import { testsNotRun, type NotRun } from "./not-run.js";
import type { ProtocolTest } from "./protocol-test.js";
import { serverTests } from "./server-tests.js";

/** Where the clients under test believe the service to be, and who they say they are. */
const CONFIG = {
  endpoint: "https://example.com",
  token: { token: "test-token" },
  apiKey: { apiKey: "test-key" },
};

/** The protocol tests of a model, and what of them is not run. */
export interface ModelTests {
  readonly tests: readonly ProtocolTest[];
  readonly notRun: readonly NotRun[];
}

/** All protocol tests of a model, to be run against what the generator makes of it. */
export const modelTests = async (
  paths: readonly string[],
  service?: string,
): Promise<ModelTests> => {
  const services = await generatedServices(paths, service);
  const tests = services.flatMap(({ model, service: { id }, client, operations }) => [
    ...clientTests({ model, service: id, client, config: CONFIG }),
    ...serverTests({ model, service: id, operations }),
  ]);
  const notRun = testsNotRun(
    services[0]!.model,
    services.map(({ service: { id } }) => id),
  );
  return { tests, notRun };
};
