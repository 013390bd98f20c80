import * as wickr from "@wickr-admin/client";
import { wickrModel, WICKR_SERVICE } from "../support/wickr-model.js";
import { runProtocolTests } from "./run.js";

runProtocolTests({
  model: wickrModel,
  service: WICKR_SERVICE,
  client: { Client: wickr.WickrClient as never, exports: wickr },
});
