import type { HttpRequest } from "@smithy/types";
import type { ResolvedConfig } from "../config/resolved-config.js";

/** What the endpoint's rules say about signing; it wins over region and service name. */
export interface SigningProperties {
  readonly signingRegion?: string | undefined;
  readonly signingName?: string | undefined;
  /** For signatures that hold in several regions; `*` is all of them. */
  readonly signingRegionSet?: readonly string[] | undefined;
}

/** A way to show who is calling. */
export interface AuthScheme {
  /** As in Smithy: `aws.auth#sigv4`, `smithy.api#httpBearerAuth`, … */
  readonly schemeId: string;
  /** The service's name in signatures, where events of a stream are signed as requests are. */
  readonly signingName?: string;
  /**
   * Whether the client has the identity that the scheme needs. Asked only where there is a choice;
   * absent: always.
   */
  isUsable?(config: ResolvedConfig): boolean | Promise<boolean>;
  /** Returns the request with the proof of identity; the one passed in stays as it is. */
  sign(
    request: HttpRequest,
    config: ResolvedConfig,
    properties: SigningProperties,
  ): Promise<HttpRequest>;
}
