import type { MetadataBearer } from "@smithy/types";
import { PlatformClient } from "./client/service-client.js";
import type { Service } from "./client/service.js";
import type { ClientConfig } from "./config/client-config.js";
import { nodePlatform } from "./platform/node.js";

export * from "./exports.js";

/** The base of generated clients. */
export class ServiceClient<
  Inputs extends object = object,
  Outputs extends MetadataBearer = MetadataBearer,
> extends PlatformClient<Inputs, Outputs> {
  constructor(service: Service, config: ClientConfig) {
    super(service, config, nodePlatform);
  }
}
