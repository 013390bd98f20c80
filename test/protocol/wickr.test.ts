import { wickrClientModule } from "../support/wickr-client.js";
import { wickrModel, WICKR_SERVICE } from "../support/wickr-model.js";
import { runProtocolTests } from "./run.js";

runProtocolTests({ model: wickrModel, service: WICKR_SERVICE, client: wickrClientModule });
