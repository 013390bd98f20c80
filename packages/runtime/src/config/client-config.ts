import type {
  ApiKeyIdentity,
  ApiKeyIdentityProvider,
  AwsCredentialIdentity,
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  Endpoint,
  EndpointV2,
  HashConstructor,
  Logger,
  Provider,
  RequestHandlerParams,
  RetryStrategy,
  RetryStrategyV2,
  StreamCollector,
  TokenIdentity,
  TokenIdentityProvider,
  UserAgent,
} from "@smithy/types";
import type { RuntimeExtension } from "./extension.js";
import type { HttpHandler } from "./http-handler.js";

/** Sets of defaults, as the AWS SDKs share them. */
export type DefaultsMode = "auto" | "cross-region" | "in-region" | "legacy" | "mobile" | "standard";

/** How retries are timed: `adaptive` also slows down sending when the service throttles. */
export type RetryMode = "standard" | "adaptive";

/** When checksums are made or checked, of messages that may have one. */
export type ChecksumBehavior = "WHEN_SUPPORTED" | "WHEN_REQUIRED";

/** Configuration of a client. Everything is optional; a function is asked when its value is needed. */
export interface ClientConfig {
  /**
   * The AWS region. Default in Node: `AWS_REGION`, else `region` of the shared config files.
   * Elsewhere it must be given.
   */
  region?: string | Provider<string> | undefined;
  /**
   * AWS credentials, or a function that gets them; ones with an `expiration` are fetched anew in
   * time. Default in Node: the AWS credential chain (environment, shared files, SSO, container,
   * instance). Elsewhere they must be given.
   */
  credentials?: AwsCredentialIdentity | AwsCredentialIdentityProvider | undefined;
  /** The bearer token, for services that take one. */
  token?: TokenIdentity | TokenIdentityProvider | undefined;
  /** The API key, for services that take one. */
  apiKey?: ApiKeyIdentity | ApiKeyIdentityProvider | undefined;
  /**
   * In place of the service's endpoint; `http:` is allowed. Default in Node:
   * `AWS_ENDPOINT_URL_<SERVICE>` (`AWS_ENDPOINT_URL_WICKR`), else `AWS_ENDPOINT_URL`, else
   * `endpoint_url` of the shared config file; else, and elsewhere, the one that follows from region,
   * FIPS and dual-stack.
   */
  endpoint?:
    | string
    | Endpoint
    | EndpointV2
    | Provider<string>
    | Provider<Endpoint>
    | Provider<EndpointV2>
    | undefined;
  /**
   * Use FIPS 140 endpoints. Default in Node: `AWS_USE_FIPS_ENDPOINT`, else `use_fips_endpoint` of
   * the shared config file, else `false`.
   */
  useFipsEndpoint?: boolean | Provider<boolean> | undefined;
  /**
   * Use endpoints that speak IPv4 and IPv6. Default in Node: `AWS_USE_DUALSTACK_ENDPOINT`, else
   * `use_dualstack_endpoint` of the shared config file, else `false`.
   */
  useDualstackEndpoint?: boolean | Provider<boolean> | undefined;
  /** `false` speaks plain HTTP with the service's endpoint. Default: `true`. */
  tls?: boolean | undefined;
  /** `true` leaves out what operations put before the host name. Default: `false`. */
  disableHostPrefix?: boolean | undefined;
  /**
   * How often a request is sent at most, the first time included. Default in Node:
   * `AWS_MAX_ATTEMPTS`, else `max_attempts` of the shared config file, else 3.
   */
  maxAttempts?: number | Provider<number> | undefined;
  /**
   * How retries are timed. Default in Node: `AWS_RETRY_MODE`, else `retry_mode` of the shared
   * config file, else `standard`.
   */
  retryMode?: RetryMode | (string & {}) | Provider<string> | undefined;
  /** In place of the strategy that `maxAttempts` and `retryMode` describe. */
  retryStrategy?: RetryStrategy | RetryStrategyV2 | undefined;
  /**
   * What sends the requests: a handler, or options for the one of the platform (in Node
   * `node:http(s)` with kept-alive connections, elsewhere `fetch`).
   */
  requestHandler?: HttpHandler | RequestHandlerParams | undefined;
  /** Is told about each call, sensitive members blanked out. Default: nobody. */
  logger?: Logger | undefined;
  /** The profile of the shared config files. Default: `AWS_PROFILE`, else `default`. */
  profile?: string | undefined;
  /** A set of defaults for time limits. Default: `legacy`, which sets none. */
  defaultsMode?: DefaultsMode | Provider<DefaultsMode> | undefined;
  /** Adjust the configuration, in this order, after all else. */
  extensions?: RuntimeExtension[] | undefined;
  /** Goes at the end of the user agent. */
  customUserAgent?: string | UserAgent | undefined;
  /**
   * Names the application in the user agent; at most 50 characters. Default in Node:
   * `AWS_SDK_UA_APP_ID`, else `sdk_ua_app_id` of the shared config file.
   */
  userAgentAppId?: string | Provider<string | undefined> | undefined;
  /**
   * `true` sends all bodies as they are, also of operations that may compress theirs.
   * Default: `false`.
   */
  disableRequestCompression?: boolean | Provider<boolean> | undefined;
  /** From how many bytes on such operations compress their body; at most 10485760. Default: 10240. */
  requestMinCompressionSizeBytes?: number | Provider<number> | undefined;
  /**
   * `WHEN_REQUIRED` leaves out checksums of requests that the service does not insist on.
   * Default: `WHEN_SUPPORTED`.
   */
  requestChecksumCalculation?: ChecksumBehavior | Provider<ChecksumBehavior> | undefined;
  /**
   * `WHEN_REQUIRED` leaves responses unchecked unless the input asks for their checksum.
   * Default: `WHEN_SUPPORTED`.
   */
  responseChecksumValidation?: ChecksumBehavior | Provider<ChecksumBehavior> | undefined;
  /** Milliseconds to add to this computer's clock; corrected when the service disagrees. Default: 0. */
  systemClockOffset?: number | undefined;
  /** In place of the platform's SHA-256. */
  sha256?: ChecksumConstructor | HashConstructor | undefined;
  /** In place of the platform's way to read a response body to its end. */
  streamCollector?: StreamCollector | undefined;
  /** In place of the credential chain that is used when no `credentials` are given. */
  credentialDefaultProvider?: ((init: object) => AwsCredentialIdentityProvider) | undefined;
  /** The service's version; there is one. */
  apiVersion?: string | undefined;
}
