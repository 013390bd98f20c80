import type {
  AwsCredentialIdentityProvider,
  ChecksumConstructor,
  FinalizeHandler,
  FinalizeHandlerArguments,
  FinalizeHandlerOutput,
  HashConstructor,
  HttpRequest,
  MetadataBearer,
  Provider,
  RequestHandlerParams,
  StreamCollector,
} from "@smithy/types";
import type { DefaultsMode } from "../config/client-config.js";
import type { HttpHandler } from "../config/http-handler.js";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** Where settings come from that the client was not given. */
export interface PlatformDefaults {
  readonly region: Provider<string>;
  readonly retryMode: Provider<string>;
  readonly maxAttempts: Provider<number>;
  readonly useFipsEndpoint: Provider<boolean>;
  readonly useDualstackEndpoint: Provider<boolean>;
  readonly userAgentAppId: Provider<string | undefined>;
  /** An endpoint that takes the place of the service's own. */
  readonly endpointUrl: (serviceId: string) => Promise<string | undefined>;
}

/** Sends a signed request, and signs its events as they go. */
export type EventSender = (
  next: FinalizeHandler<object, MetadataBearer>,
  args: FinalizeHandlerArguments<object>,
) => Promise<FinalizeHandlerOutput<MetadataBearer>>;

/** All that differs between Node and browsers or edge runtimes. */
export interface Platform {
  readonly runtime: "node" | "browser";
  readonly sha256: ChecksumConstructor | HashConstructor;
  readonly streamCollector: StreamCollector;
  /** The header that tells what software is calling. */
  readonly userAgentHeader: "user-agent" | "x-amz-user-agent";
  /** What the user agent says about the platform. */
  userAgent(): string;
  /** Settings found for the profile. */
  defaults(profile: string | undefined): PlatformDefaults;
  /** A handler with these options, or else with the time limits of the defaults mode. */
  requestHandler(
    options: RequestHandlerParams | undefined,
    defaultsMode: DefaultsMode | Provider<DefaultsMode> | undefined,
    region: Provider<string>,
    http2: boolean,
  ): HttpHandler;
  /** Sends requests whose events are signed one by one; absent where that cannot be done. */
  eventSender?(config: ResolvedConfig, signingName: string): Promise<EventSender>;
  /** Finds credentials that the client was not given. */
  credentials(config: ResolvedConfig): AwsCredentialIdentityProvider;
  /** Marks requests made while another is being served, where that could go round in circles. */
  tracer?(): ((request: HttpRequest) => void) | undefined;
}
