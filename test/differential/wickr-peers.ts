import { nameOf, type OperationShape } from "@wickr-admin/codegen";
import { CannedHandler, type CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import { wickrClientModule as module } from "@wickr-admin/test-support/wickr-client";
import { wickrModel, WICKR_SERVICE } from "@wickr-admin/test-support/wickr-model";
import type { HttpRequest } from "@smithy/types";
import { OfficialPeer } from "./official/peer.js";

/** The Wickr API on the official runtime. */
export const official = new OfficialPeer(wickrModel, WICKR_SERVICE);

const handler = new CannedHandler();
const client = new module.Client({ ...OFFLINE_CONFIG, requestHandler: handler } as never);

/** The generated client, asked the same things as the official runtime. */
export const generated = {
  /** The request it makes of an input. */
  async request(operation: OperationShape, input: object): Promise<HttpRequest> {
    handler.requests.length = 0;
    handler.response = { statusCode: 200 };
    await client.send(commandOf(module, nameOf(operation.id), input));
    return handler.request;
  },

  /** The output it reads from a response; rejects with the exception where it is an error. */
  async output(
    operation: OperationShape,
    input: object,
    response: CannedResponse,
  ): Promise<{ $metadata: object }> {
    handler.requests.length = 0;
    handler.response = response;
    return client.send(commandOf(module, nameOf(operation.id), input)) as never;
  },
};
