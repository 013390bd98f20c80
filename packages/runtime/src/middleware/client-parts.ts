import type { Service } from "../client/service.js";
import type { EndpointProvider } from "../config/endpoint.js";
import type { ResolvedConfig } from "../config/resolved-config.js";
import type { Platform } from "../platform/platform.js";

/** What middleware of a client may need. */
export interface ClientParts {
  readonly service: Service;
  readonly platform: Platform;
  readonly config: ResolvedConfig;
  readonly endpoint: EndpointProvider;
}
