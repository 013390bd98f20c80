import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  Provider,
  RetryStrategy,
  RetryStrategyV2,
} from "@smithy/types";
import type { HttpHandler } from "./client-config.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** What an extension can read and change. */
export interface ExtensionConfiguration {
  setHttpHandler(handler: HttpHandler): void;
  httpHandler(): HttpHandler;
  /** Changes one option of the HTTP handler. */
  updateHttpClientConfig(key: string, value: unknown): void;
  httpHandlerConfigs(): object;
  setRegion(region: Provider<string>): void;
  region(): Provider<string>;
  setRetryStrategy(strategy: Provider<RetryStrategyV2 | RetryStrategy>): void;
  retryStrategy(): Provider<RetryStrategyV2 | RetryStrategy>;
  setCredentials(credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider): void;
  credentials(): AwsCredentialIdentityProvider;
}

/** Adjusts a client while it is constructed. */
export interface RuntimeExtension {
  configure(configuration: ExtensionConfiguration): void;
}

/** Lets the extensions adjust the configuration, in order. */
export function applyExtensions(
  config: ResolvedConfig,
  extensions: readonly RuntimeExtension[],
  toCredentials: (
    credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  ) => AwsCredentialIdentityProvider,
): void {
  const configuration: ExtensionConfiguration = {
    setHttpHandler(handler) {
      config.requestHandler = handler;
    },
    httpHandler: () => config.requestHandler,
    updateHttpClientConfig(key, value) {
      config.requestHandler.updateHttpClientConfig?.(key as never, value as never);
    },
    httpHandlerConfigs: () => config.requestHandler.httpHandlerConfigs?.() ?? {},
    setRegion(region) {
      config.region = region;
    },
    region: () => config.region,
    setRetryStrategy(strategy) {
      config.retryStrategy = strategy;
    },
    retryStrategy: () => config.retryStrategy,
    setCredentials(credentials) {
      config.credentials = toCredentials(credentials);
    },
    credentials: () => config.credentials,
  };
  for (const extension of extensions) {
    extension.configure(configuration);
  }
}
