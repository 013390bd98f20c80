import { normalizeProvider } from "@smithy/core/transport";
import { resolveRetryConfig } from "@smithy/middleware-retry";
import { NoOpLogger } from "@smithy/smithy-client";
import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  Endpoint,
  EndpointV2,
  Provider,
} from "@smithy/types";
import type { Service } from "../client/service.js";
import type { Platform } from "../platform/platform.js";
import type { ClientConfig } from "./client-config.js";
import type { HttpHandler } from "./http-handler.js";
import { identityProvider } from "./credentials.js";
import { applyExtensions } from "./apply-extensions.js";
import { once } from "./once.js";
import { regionConfig } from "./region.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** Fills in what was not given. Nothing slow happens before it is needed; the input stays as it is. */
export const resolveConfig = (
  service: Service,
  input: ClientConfig,
  platform: Platform,
): ResolvedConfig => {
  const defaults = platform.defaults(input.profile);
  const config = {
    ...input,
    ...regionConfig(
      normalizeProvider(input.region ?? defaults.region),
      normalizeProvider(input.useFipsEndpoint ?? defaults.useFipsEndpoint),
    ),
    serviceId: service.id,
    apiVersion: input.apiVersion ?? service.version,
    runtime: platform.runtime,
    useDualstackEndpoint: normalizeProvider(
      input.useDualstackEndpoint ?? defaults.useDualstackEndpoint,
    ),
    endpoint: customEndpoint(input.endpoint),
    configuredEndpoint: once(async () => {
      const url = await defaults.endpointUrl(service.id);
      return url === undefined ? undefined : endpointParts(url);
    }),
    tls: input.tls ?? true,
    disableHostPrefix: input.disableHostPrefix ?? false,
    maxAttempts: normalizeProvider(input.maxAttempts ?? defaults.maxAttempts),
    retryMode: normalizeProvider(input.retryMode ?? defaults.retryMode),
    logger: input.logger ?? new NoOpLogger(),
    customUserAgent:
      typeof input.customUserAgent === "string"
        ? [[input.customUserAgent] as [string]]
        : input.customUserAgent,
    userAgentAppId: normalizeProvider(input.userAgentAppId ?? defaults.userAgentAppId),
    systemClockOffset: input.systemClockOffset ?? 0,
    sha256: input.sha256 ?? platform.sha256,
    streamCollector: input.streamCollector ?? platform.streamCollector,
  } as unknown as ResolvedConfig;

  resolveRetryConfig(config as never);
  config.requestHandler = isHandler(input.requestHandler)
    ? input.requestHandler
    : platform.requestHandler(
        input.requestHandler,
        input.defaultsMode,
        config.region,
        service.http2 === true,
      );
  const toCredentials = (credentials: NonNullable<ClientConfig["credentials"]>) =>
    identityProvider<AwsCredentialIdentity>(credentials, config);
  config.credentials = toCredentials(
    input.credentials ?? defaultCredentials(input, config, platform),
  );
  config.token = input.token && identityProvider(input.token, config);
  config.apiKey = input.apiKey && identityProvider(input.apiKey, config);
  applyExtensions(config, input.extensions ?? [], toCredentials);
  return config;
};

const customEndpoint = (endpoint: ClientConfig["endpoint"]): Provider<Endpoint> | undefined => {
  if (endpoint === undefined) return undefined;

  const provider = normalizeProvider<string | Endpoint | EndpointV2>(endpoint as never);
  return once(async () => endpointParts(await provider()));
};

const endpointParts = (endpoint: string | Endpoint | EndpointV2): Endpoint => {
  if (typeof endpoint === "object" && "hostname" in endpoint) return endpoint;

  const { protocol, hostname, port, pathname } = new URL(
    typeof endpoint === "string" ? endpoint : endpoint.url,
  );
  return { protocol, hostname, ...(port !== "" && { port: Number(port) }), path: pathname };
};

const isHandler = (handler: ClientConfig["requestHandler"]): handler is HttpHandler =>
  typeof (handler as HttpHandler | undefined)?.handle === "function";

/** Looks for credentials when they are needed, not before. */
const defaultCredentials = (
  { credentialDefaultProvider }: ClientConfig,
  config: ResolvedConfig,
  platform: Platform,
): AwsCredentialIdentityProvider => {
  let provider: AwsCredentialIdentityProvider | undefined;
  return (properties) => {
    provider ??= credentialDefaultProvider?.(config) ?? platform.credentials(config);
    return provider(properties);
  };
};
