import type { AuthScheme } from "../auth/auth-scheme.js";
import type { ServiceException, ServiceExceptionOptions } from "../errors.js";

/** What endpoint rules look at. */
export interface EndpointParameters {
  readonly Region?: string | undefined;
  readonly UseFIPS: boolean;
  readonly UseDualStack: boolean;
  readonly Endpoint?: string | undefined;
}

/** What endpoint rules come to. */
export interface RulesEndpoint {
  readonly url: URL;
  readonly headers?: Readonly<Record<string, readonly string[]>> | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | undefined;
}

/** All that the runtime must know of a service, written out by the generator. */
export interface Service {
  /** The name of the client without `Client`: `Wickr`. */
  readonly id: string;
  /** The version in the model, a date. */
  readonly version: string;
  /** The version of the generated package; shown in the user agent. */
  readonly packageVersion?: string | undefined;
  /** How callers identify themselves, in order of preference. */
  readonly auth: readonly AuthScheme[];
  /** The endpoint rules of the model. Throws what they call an error. */
  readonly resolveEndpoint: (parameters: EndpointParameters) => RulesEndpoint;
  /** Parameters of the rules that users set on the client, each by the name of its setting. */
  readonly clientParameters?: Readonly<Record<string, string>> | undefined;
  /** Whether requests go over HTTP/2, where the platform lets one choose: some of them stream events. */
  readonly http2?: boolean | undefined;
  /** The base of the service's exceptions. */
  readonly exception: new (options: ServiceExceptionOptions) => ServiceException;
}
