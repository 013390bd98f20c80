import { hasOwn } from "@smithy/core/transport";
import type { Endpoint } from "@smithy/types";
import type { SigningProperties } from "../auth/auth-scheme.js";
import type { RulesEndpoint, Service } from "../client/service.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** Where requests go, ready to be put into them. */
export interface RequestEndpoint {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  /** Goes before each path; empty where the endpoint has none. */
  readonly basePath: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signing: SigningProperties;
}

/** Gives the endpoint: at once when it is known already. */
export type EndpointProvider = () => RequestEndpoint | Promise<RequestEndpoint>;

/**
 * The endpoint for a client's requests. It depends on the configuration alone, so it is worked out
 * once, and again only when someone puts other functions into the configuration.
 */
export function endpointProvider(service: Service, config: ResolvedConfig): EndpointProvider {
  let known: RequestEndpoint | undefined;
  let from: readonly unknown[] = [];
  return () => {
    if (known !== undefined && from[0] === config.endpoint && from[1] === config.region) {
      return known;
    }
    const sources = [config.endpoint, config.region];
    return resolveEndpoint(service, config).then((endpoint) => {
      known = endpoint;
      from = sources;
      return endpoint;
    });
  };
}

async function resolveEndpoint(service: Service, config: ResolvedConfig): Promise<RequestEndpoint> {
  const custom = await (config.endpoint ?? config.configuredEndpoint)();
  const [region, useFips, useDualStack] = await Promise.all([
    // With an endpoint of one's own, only signing may need a region.
    custom === undefined ? config.region() : config.region().catch(() => undefined),
    config.useFipsEndpoint(),
    config.useDualstackEndpoint(),
  ]);
  const { url, headers, properties } = service.resolveEndpoint({
    ...(region !== undefined && { Region: region }),
    UseFIPS: useFips,
    UseDualStack: useDualStack,
    ...(custom && { Endpoint: urlOf(custom) }),
  });
  return {
    protocol: config.tls || custom ? url.protocol : "http:",
    hostname: url.hostname,
    port: url.port === "" ? undefined : Number(url.port),
    basePath: url.pathname.replace(/\/+$/, ""),
    headers: joinHeaders(headers),
    signing: signingProperties(properties),
  };
}

function urlOf({ protocol, hostname, port, path }: Endpoint): string {
  return `${protocol.replace(/:$/, "")}://${hostname}${port === undefined ? "" : `:${port}`}${path}`;
}

function joinHeaders(headers: RulesEndpoint["headers"] = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(", ")]),
  );
}

/** What the rules say about SigV4. */
function signingProperties(properties: RulesEndpoint["properties"] = {}): SigningProperties {
  const schemes = hasOwn(properties, "authSchemes") ? properties["authSchemes"] : undefined;
  const sigV4 = Array.isArray(schemes)
    ? (schemes as ({ name?: string } & SigningProperties)[]).find(({ name }) => name === "sigv4")
    : undefined;
  return { signingRegion: sigV4?.signingRegion, signingName: sigV4?.signingName };
}
