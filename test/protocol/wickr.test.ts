import { operations } from "@wickr-admin/mock/operations";
import { wickrClientModule } from "@wickr-admin/test-support/wickr-client";
import { wickrModel, WICKR_SERVICE } from "@wickr-admin/test-support/wickr-model";
import { clientTests } from "./client-tests.js";
import { runProtocolTests } from "./run.js";
import { serverTests } from "./server-tests.js";

const options = { model: wickrModel, service: WICKR_SERVICE };

runProtocolTests([
  ...clientTests({ ...options, client: wickrClientModule }),
  ...serverTests({ ...options, operations }),
]);
