import type { AwsCredentialIdentity, AwsCredentialIdentityProvider } from "@smithy/types";
import type { ExtensionConfiguration, RuntimeExtension } from "./extension.js";
import type { ResolvedConfig } from "./resolved-config.js";

/** Lets the extensions adjust the configuration, in order. */
export const applyExtensions = (
  config: ResolvedConfig,
  extensions: readonly RuntimeExtension[],
  toCredentials: (
    credentials: AwsCredentialIdentity | AwsCredentialIdentityProvider,
  ) => AwsCredentialIdentityProvider,
): void => {
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
  for (const extension of extensions) extension.configure(configuration);
};
