import { clientTests } from "./client-tests.js";
import { generatedServices } from "@wickr-admin/test-support/generated-packages";
import type { ProtocolTest } from "./protocol-test.js";
import { serverTests } from "./server-tests.js";

/** Where the clients under test believe the service to be, and who they say they are. */
const CONFIG = {
  endpoint: "https://example.com",
  token: { token: "test-token" },
  apiKey: { apiKey: "test-key" },
};

/** All protocol tests of a model, to be run against what the generator makes of it. */
export async function modelTests(
  paths: readonly string[],
  service?: string,
): Promise<ProtocolTest[]> {
  const services = await generatedServices(paths, service);
  return services.flatMap(({ model, service: { id }, client, operations }) => [
    ...clientTests({ model, service: id, client, config: CONFIG }),
    ...serverTests({ model, service: id, operations }),
  ]);
}
