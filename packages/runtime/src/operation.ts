import type { HeaderBag, HttpRequest, HttpResponse, QueryParameterBag } from "@smithy/types";
import type { AuthScheme } from "./auth/auth-scheme.js";
import type { ResolvedConfig } from "./config/resolved-config.js";
import type { ServiceException } from "./errors.js";

/**
 * A parsed JSON object whose members are not known yet: what the generated readers turn into a type,
 * and nothing else may look into.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- an index signature would refuse `json.name`
export type JsonObject = any;

/** What an operation's input becomes before the endpoint, the signature and the retries are added. */
export interface WireRequest {
  readonly method: string;
  /** Percent-encoded, begins with `/`. */
  readonly path: string;
  readonly query?: QueryParameterBag;
  /** Names in lower case. `content-type` is set exactly when there is a body to describe. */
  readonly headers?: HeaderBag;
  /** Text, bytes, or a stream for streaming payloads. */
  readonly body?: unknown;
  /** Goes before the endpoint's host name, with labels filled in: `data.`. */
  readonly hostPrefix?: string;
}

/**
 * How the body of a response reaches the reader: as the JSON object of an output's members, as the
 * JSON value of one payload member (undefined where the body is empty), as text, as bytes, or open.
 */
export type PayloadKind = "json" | "value" | "text" | "bytes" | "stream";

/** Changes a request in place before it is sent: compresses its body, say, or adds a checksum. */
export type PrepareRequest = (request: HttpRequest, config: ResolvedConfig) => Promise<void>;

/** Looks at a successful response before it is read; throws where it cannot be trusted. */
export type VerifyResponse = (request: HttpRequest, response: HttpResponse) => Promise<void>;

/** Builds the exception that an error response stands for. */
export type ErrorReader = (json: JsonObject, response: HttpResponse) => ServiceException;

/**
 * All that the runtime must know of one operation, written out by the generator.
 * Commands hold one; nothing of it is looked up or walked at run time.
 */
export interface Operation<Input extends object, Output extends object> {
  /** The name in the model, such as `ListUsers`. */
  readonly name: string;
  /** Input to request. Throws where a label is missing or empty. */
  readonly write: (input: Input) => WireRequest;
  /** What the call tells the endpoint rules; absent where they look at the client alone. */
  readonly endpointParameters?: (input: Input) => Readonly<Record<string, unknown>>;
  /** What happens to the request once it has an endpoint, and before it is signed. */
  readonly prepare?: PrepareRequest;
  /** Whether the request's body is a stream of events, which are signed one by one. */
  readonly sendsEvents?: boolean;
  /** What is checked of a successful response before it is read. */
  readonly verify?: VerifyResponse;
  /**
   * Response to output, without `$metadata`. The body comes as `payload` says: a parsed JSON object
   * (`{}` where there is no body), or for `httpPayload` members text, bytes or the open stream.
   */
  // oxlint-disable-next-line typescript/no-explicit-any -- the payload's type follows from `payload`
  readonly read: (body: any, response: HttpResponse) => Output;
  /** `"json"` where absent. */
  readonly payload?: PayloadKind;
  /** In place of `JSON.parse`, where numbers may have more digits than a double holds. */
  readonly parse?: (text: string) => JsonObject;
  /** By the error's name on the wire. */
  readonly errors: Readonly<Record<string, ErrorReader>>;
  /** By the status, where exactly one error has it: for answers that name none. */
  readonly errorsByStatus?: Readonly<Record<number, ErrorReader>>;
  /** The input as it may be logged; absent where nothing in it is sensitive. */
  readonly redactInput?: (input: Input) => unknown;
  /** The output as it may be logged; absent where nothing in it is sensitive. */
  readonly redactOutput?: (output: Output) => unknown;
  /** In place of the service's, in order of preference. */
  readonly auth?: readonly AuthScheme[];
}
