import type { ShapeId } from "../model/model.js";

/** What the value of a trait looks like: just enough for everyone who reads it to rely on. */
export type Schema =
  | "mark" // a trait without a value: `{}`
  | "any"
  | "boolean"
  | "integer"
  | "decimal" // a number, or a string for one that JSON numbers are too small for
  | "object"
  | "string"
  | readonly string[] // one of these strings
  | { readonly list: Schema }
  | { readonly map: Schema }
  | Members;

/** Members by name; those that end in `!` are required. */
export interface Members {
  readonly members: Readonly<Record<string, Schema>>;
}

const members = (of: Readonly<Record<string, Schema>>): Members => ({ members: of });
const strings: Schema = { list: "string" };

const pathMembers = {
  "path!": "string",
  "expected!": "string",
  "comparator!": ["stringEquals", "booleanEquals", "allStringEquals", "anyStringEquals"],
} as const satisfies Record<string, Schema>;
const matcherPath = members(pathMembers);

const acceptor = {
  "state!": ["success", "failure", "retry"],
  "matcher!": members({
    success: "boolean",
    errorType: "string",
    output: matcherPath,
    inputOutput: matcherPath,
  }),
} as const satisfies Record<string, Schema>;

const httpMessage = {
  "id!": "string",
  "protocol!": "string",
  authScheme: "string",
  headers: { map: "string" },
  forbidHeaders: strings,
  requireHeaders: strings,
  body: "string",
  bodyMediaType: "string",
  params: "object",
  vendorParams: "object",
  vendorParamsShape: "string",
  documentation: "string",
  tags: strings,
  appliesTo: ["client", "server"],
} as const satisfies Record<string, Schema>;

/** The traits that the generator reads. Others may have any value. */
export const TRAIT_SCHEMAS: ReadonlyMap<ShapeId, Schema> = new Map<ShapeId, Schema>(
  Object.entries({
    auth: strings,
    clientOptional: "mark",
    default: "any",
    deprecated: members({ message: "string", since: "string" }),
    documentation: "string",
    endpoint: members({ "hostPrefix!": "string" }),
    enumValue: "any",
    error: ["client", "server"],
    examples: {
      list: members({
        "title!": "string",
        documentation: "string",
        input: "object",
        output: "object",
        error: members({ "shapeId!": "string", content: "object" }),
        allowConstraintErrors: "boolean",
      }),
    },
    externalDocumentation: { map: "string" },
    hostLabel: "mark",
    http: members({ "method!": "string", "uri!": "string", code: "integer" }),
    httpApiKeyAuth: members({ "name!": "string", "in!": ["header", "query"], scheme: "string" }),
    httpBasicAuth: "mark",
    httpBearerAuth: "mark",
    httpChecksumRequired: "mark",
    httpDigestAuth: "mark",
    httpError: "integer",
    httpHeader: "string",
    httpLabel: "mark",
    httpPayload: "mark",
    httpPrefixHeaders: "string",
    httpQuery: "string",
    httpQueryParams: "mark",
    httpResponseCode: "mark",
    idempotencyToken: "mark",
    idempotent: "mark",
    input: "mark",
    internal: "mark",
    jsonName: "string",
    length: members({ min: "integer", max: "integer" }),
    mediaType: "string",
    optionalAuth: "mark",
    output: "mark",
    paginated: members({
      inputToken: "string",
      outputToken: "string",
      items: "string",
      pageSize: "string",
    }),
    pattern: "string",
    range: members({ min: "decimal", max: "decimal" }),
    readonly: "mark",
    requestCompression: members({ "encodings!": strings }),
    required: "mark",
    requiresLength: "mark",
    retryable: members({ throttling: "boolean" }),
    sensitive: "mark",
    since: "string",
    sparse: "mark",
    streaming: "mark",
    tags: strings,
    timestampFormat: ["date-time", "epoch-seconds", "http-date"],
    title: "string",
    uniqueItems: "mark",
    unstable: "mark",
    "aws.auth#sigv4": members({ "name!": "string" }),
    "aws.auth#sigv4a": members({ "name!": "string" }),
    "aws.auth#unsignedPayload": "any",
    "aws.protocols#httpChecksum": members({
      requestAlgorithmMember: "string",
      requestChecksumRequired: "boolean",
      requestValidationModeMember: "string",
      responseAlgorithms: strings,
    }),
    "aws.protocols#restJson1": members({ http: strings, eventStreamHttp: strings }),
    "smithy.rules#endpointTests": members({
      version: "string",
      "testCases!": {
        list: members({
          documentation: "string",
          params: "object",
          operationInputs: { list: "object" },
          "expect!": members({
            endpoint: members({
              "url!": "string",
              headers: { map: strings },
              properties: "object",
            }),
            error: "string",
          }),
        }),
      },
    }),
    "smithy.test#httpRequestTests": {
      list: members({
        ...httpMessage,
        "method!": "string",
        "uri!": "string",
        host: "string",
        resolvedHost: "string",
        queryParams: strings,
        forbidQueryParams: strings,
        requireQueryParams: strings,
      }),
    },
    "smithy.test#httpResponseTests": { list: members({ ...httpMessage, "code!": "integer" }) },
    "smithy.test#httpMalformedRequestTests": {
      list: members({
        "id!": "string",
        "protocol!": "string",
        "request!": members({
          "method!": "string",
          "uri!": "string",
          host: "string",
          queryParams: strings,
          headers: { map: "string" },
          body: "string",
          bodyMediaType: "string",
        }),
        "response!": members({
          "code!": "integer",
          headers: { map: "string" },
          body: members({
            "mediaType!": "string",
            "assertion!": members({ contents: "string", messageRegex: "string" }),
          }),
        }),
        documentation: "string",
        tags: strings,
        testParameters: { map: strings },
      }),
    },
    "wickr.codegen#confirmedAcceptors": {
      map: {
        list: members({
          ...acceptor,
          "confirmedBy!": members({
            "operation!": "string",
            input: { map: "string" },
            ...pathMembers,
          }),
        }),
      },
    },
    "smithy.waiters#waitable": {
      map: members({
        "acceptors!": { list: members(acceptor) },
        documentation: "string",
        minDelay: "integer",
        maxDelay: "integer",
        deprecated: "boolean",
        tags: strings,
      }),
    },
  } satisfies Record<string, Schema>).map(([name, schema]) => [
    name.includes("#") ? name : `smithy.api#${name}`,
    schema,
  ]),
);
