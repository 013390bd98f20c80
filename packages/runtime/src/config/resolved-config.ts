import type {
  ApiKeyIdentityProvider,
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  Endpoint,
  HashConstructor,
  Logger,
  Provider,
  RetryStrategy,
  RetryStrategyV2,
  StreamCollector,
  TokenIdentityProvider,
  UserAgent,
} from "@smithy/types";
import type { ClientConfig } from "./client-config.js";
import type { HttpHandler } from "./http-handler.js";

/** The configuration as a client holds it: every default filled in, what may take time a function. */
export interface ResolvedConfig extends Omit<ClientConfig, keyof ResolvedFields>, ResolvedFields {}

interface ResolvedFields {
  /** The service's name. */
  readonly serviceId: string;
  apiVersion: string;
  /** Where the client runs. */
  readonly runtime: string;
  region: Provider<string>;
  credentials: AwsCredentialIdentityProvider;
  token: TokenIdentityProvider | undefined;
  apiKey: ApiKeyIdentityProvider | undefined;
  /** The custom endpoint; `undefined` where the service's own is used. */
  endpoint: Provider<Endpoint> | undefined;
  /** Stands in for `endpoint` where environment or shared config files name one. */
  readonly configuredEndpoint: Provider<Endpoint | undefined>;
  useFipsEndpoint: Provider<boolean>;
  useDualstackEndpoint: Provider<boolean>;
  tls: boolean;
  disableHostPrefix: boolean;
  maxAttempts: Provider<number>;
  retryMode: Provider<string>;
  retryStrategy: Provider<RetryStrategyV2 | RetryStrategy>;
  requestHandler: HttpHandler;
  logger: Logger;
  customUserAgent: UserAgent | undefined;
  userAgentAppId: Provider<string | undefined>;
  systemClockOffset: number;
  sha256: ChecksumConstructor | HashConstructor;
  streamCollector: StreamCollector;
}
