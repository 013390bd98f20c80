import type {
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  Provider,
  RetryStrategy,
  RetryStrategyV2,
} from "@smithy/types";
import type { HttpHandler } from "./http-handler.js";

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
