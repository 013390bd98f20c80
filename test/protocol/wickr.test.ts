import { operations } from "@wickr-admin/mock/operations";
import { wickrClientModule } from "../support/wickr-client.js";
import { wickrModel, WICKR_SERVICE } from "../support/wickr-model.js";
import { clientTests } from "./client-tests.js";
import { runProtocolTests } from "./run.js";
import { serverTests } from "./server-tests.js";

const options = { model: wickrModel, service: WICKR_SERVICE };

runProtocolTests([
  ...clientTests({ ...options, client: wickrClientModule }),
  ...serverTests({ ...options, operations }),
]);
