import { hasOwn, normalizeProvider } from "@smithy/core/transport";
import type { Endpoint } from "@smithy/types";
import type { SigningProperties } from "../auth/auth-scheme.js";
import type { AnyOperation } from "../client/execution-context.js";
import type { EndpointParameters, RulesEndpoint, Service } from "../client/service.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** Where requests go, ready to be put into them. */
interface RequestEndpoint {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  /** Goes before each path; empty where the endpoint has none. */
  readonly basePath: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the rules say about signing, in order of preference; empty where they say nothing. */
  readonly authSchemes: readonly EndpointAuthScheme[];
}

/** A scheme by which an endpoint wants requests signed. */
export interface EndpointAuthScheme extends SigningProperties {
  /** As the rules call it: `sigv4`, `sigv4a`. */
  readonly name: string;
}

/** Gives the endpoint for a call: at once when it is known already. */
export type EndpointProvider = (
  operation: AnyOperation,
  input: object,
) => RequestEndpoint | Promise<RequestEndpoint>;

/** What a client tells the endpoint rules, and the endpoint of calls that have nothing to add. */
interface Known {
  readonly endpoint: ResolvedConfig["endpoint"];
  readonly region: ResolvedConfig["region"];
  readonly parameters: EndpointParameters;
  shared?: RequestEndpoint;
}

/**
 * The endpoint for a client's requests. Most depend on the configuration alone: such an endpoint is
 * worked out once, and again only when someone puts other functions into the configuration.
 */
export const endpointProvider = (service: Service, config: ResolvedConfig): EndpointProvider => {
  let known: Known | undefined;

  const endpointOf = (from: Known, { endpointParameters }: AnyOperation, input: object) =>
    endpointParameters === undefined
      ? (from.shared ??= applyRules(service, config, from.parameters))
      : applyRules(service, config, { ...from.parameters, ...endpointParameters(input) });

  return (operation, input) => {
    const { endpoint, region } = config;
    if (known !== undefined && known.endpoint === endpoint && known.region === region)
      return endpointOf(known, operation, input);

    return clientParameters(service, config).then((parameters) => {
      known = { endpoint, region, parameters };
      return endpointOf(known, operation, input);
    });
  };
};

const clientParameters = async (
  service: Service,
  config: ResolvedConfig,
): Promise<EndpointParameters> => {
  const custom = await (config.endpoint ?? config.configuredEndpoint)();
  const [region, useFips, useDualStack] = await Promise.all([
    // With an endpoint of one's own, only signing may need a region.
    custom === undefined ? config.region() : config.region().catch(() => undefined),
    config.useFipsEndpoint(),
    config.useDualstackEndpoint(),
  ]);
  const settings = await Promise.all(
    Object.entries(service.clientParameters ?? {}).map(async ([name, setting]) => [
      name,
      await normalizeProvider((config as unknown as Record<string, unknown>)[setting])(),
    ]),
  );
  return {
    ...Object.fromEntries(settings),
    ...(region !== undefined && { Region: region }),
    UseFIPS: useFips,
    UseDualStack: useDualStack,
    ...(custom && { Endpoint: urlOf(custom) }),
  };
};

const applyRules = (
  service: Service,
  config: ResolvedConfig,
  parameters: EndpointParameters,
): RequestEndpoint => {
  const { url, headers, properties } = service.resolveEndpoint(parameters);
  return {
    protocol: config.tls || parameters.Endpoint ? url.protocol : "http:",
    hostname: url.hostname,
    port: url.port === "" ? undefined : Number(url.port),
    basePath: url.pathname.replace(/\/+$/, ""),
    headers: joinHeaders(headers),
    authSchemes: authSchemesOf(properties),
  };
};

const urlOf = ({ protocol, hostname, port, path }: Endpoint): string =>
  `${protocol.replace(/:$/, "")}://${hostname}${port === undefined ? "" : `:${port}`}${path}`;

const joinHeaders = (headers: RulesEndpoint["headers"] = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, values]) => [name.toLowerCase(), values.join(", ")]),
  );

const authSchemesOf = (properties: RulesEndpoint["properties"] = {}): EndpointAuthScheme[] => {
  const schemes = hasOwn(properties, "authSchemes") ? properties["authSchemes"] : undefined;
  return Array.isArray(schemes) ? (schemes as EndpointAuthScheme[]) : [];
};
