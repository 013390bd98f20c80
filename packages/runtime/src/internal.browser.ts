/**
 * What generated code is made of, in browsers, edge runtimes and React Native. Each module system has one copy of it: the package's root
 * hands on a part, so that nobody meets two classes of one name.
 *
 * @internal
 * @packageDocumentation
 */
import type { MetadataBearer } from "@smithy/types";
import { PlatformClient } from "./client/service-client.js";
import type { Service } from "./client/service.js";
import type { ClientConfig } from "./config/client-config.js";
import { browserPlatform } from "./platform/browser.js";

export * from "./internal.js";

/**
 * The base of generated clients.
 *
 * @internal
 */
export class ServiceClient<
  Inputs extends object = object,
  Outputs extends MetadataBearer = MetadataBearer,
> extends PlatformClient<Inputs, Outputs> {
  constructor(service: Service, config: ClientConfig) {
    super(service, config, browserPlatform);
  }
}
