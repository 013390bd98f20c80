import type { Shape } from "../model/model.js";

/** What a trait may stand on. */
export type Type = Shape["type"];

/** Where a trait may stand: what the selector of its definition comes to. */
export interface Place {
  /** On shapes of these types. */
  readonly on?: readonly Type[];
  /** On members of shapes of these types. */
  readonly within?: readonly Type[];
  /** The shape, or what the member targets, is of these types. */
  readonly data?: readonly Type[];
}

const NUMBERS: readonly Type[] = [
  "bigDecimal",
  "bigInteger",
  "byte",
  "double",
  "float",
  "integer",
  "intEnum",
  "long",
  "short",
];
const STRINGS: readonly Type[] = ["string", "enum"];
const SIMPLE: readonly Type[] = [
  "blob",
  "boolean",
  "document",
  ...NUMBERS,
  ...STRINGS,
  "timestamp",
];
const CONTAINERS: readonly Type[] = ["structure", "union", "list", "map"];

const ON_OPERATION: Place = { on: ["operation"] };
const ON_SERVICE: Place = { on: ["service"] };
const ON_STRUCTURE: Place = { on: ["structure"] };
const WITHIN_STRUCTURE: Place = { within: ["structure"] };

/** Traits by name; those without a namespace are Smithy's own. Others may stand anywhere. */
const PLACES: Readonly<Record<string, Place>> = {
  addedDefault: WITHIN_STRUCTURE,
  auth: { on: ["service", "operation"] },
  clientOptional: WITHIN_STRUCTURE,
  cors: ON_SERVICE,
  default: { within: ["structure"], data: [...SIMPLE, "list", "map"] },
  endpoint: ON_OPERATION,
  enumValue: { within: ["enum", "intEnum"] },
  error: ON_STRUCTURE,
  eventHeader: {
    within: ["structure"],
    data: [
      "blob",
      "boolean",
      "byte",
      "intEnum",
      "integer",
      "long",
      "short",
      ...STRINGS,
      "timestamp",
    ],
  },
  eventPayload: { within: ["structure"], data: ["blob", ...STRINGS, "structure", "union"] },
  examples: ON_OPERATION,
  hostLabel: WITHIN_STRUCTURE,
  http: ON_OPERATION,
  httpApiKeyAuth: ON_SERVICE,
  httpBasicAuth: ON_SERVICE,
  httpBearerAuth: ON_SERVICE,
  httpChecksumRequired: ON_OPERATION,
  httpDigestAuth: ON_SERVICE,
  httpError: ON_STRUCTURE,
  httpHeader: WITHIN_STRUCTURE,
  httpLabel: WITHIN_STRUCTURE,
  httpPayload: WITHIN_STRUCTURE,
  httpPrefixHeaders: WITHIN_STRUCTURE,
  httpQuery: WITHIN_STRUCTURE,
  httpQueryParams: WITHIN_STRUCTURE,
  httpResponseCode: WITHIN_STRUCTURE,
  idempotencyToken: { within: ["structure"], data: STRINGS },
  idempotent: ON_OPERATION,
  idRef: { within: CONTAINERS, data: STRINGS },
  input: ON_STRUCTURE,
  jsonName: { within: ["structure", "union"] },
  length: { within: CONTAINERS, data: ["list", "map", "blob", ...STRINGS] },
  mediaType: { within: CONTAINERS, data: ["blob", ...STRINGS] },
  nestedProperties: WITHIN_STRUCTURE,
  noReplace: { on: ["resource"] },
  optionalAuth: ON_OPERATION,
  output: ON_STRUCTURE,
  paginated: { on: ["operation", "service"] },
  pattern: { within: CONTAINERS, data: STRINGS },
  property: WITHIN_STRUCTURE,
  range: { within: CONTAINERS, data: NUMBERS },
  readonly: ON_OPERATION,
  recommended: WITHIN_STRUCTURE,
  references: { data: ["structure", ...STRINGS] },
  requestCompression: ON_OPERATION,
  required: WITHIN_STRUCTURE,
  requiresLength: { data: ["blob"] },
  resourceIdentifier: { within: ["structure"], data: STRINGS },
  retryable: ON_STRUCTURE,
  sparse: { data: ["list", "map"] },
  streaming: { data: ["blob", "union"] },
  timestampFormat: { within: CONTAINERS, data: ["timestamp"] },
  title: { on: ["service", "resource"] },
  uniqueItems: { data: ["list"] },
  "aws.api#service": ON_SERVICE,
  "aws.auth#sigv4": ON_SERVICE,
  "aws.auth#sigv4a": ON_SERVICE,
  "aws.auth#unsignedPayload": ON_OPERATION,
  "aws.protocols#httpChecksum": ON_OPERATION,
  "aws.protocols#restJson1": ON_SERVICE,
  "smithy.rules#clientContextParams": ON_SERVICE,
  "smithy.rules#contextParam": WITHIN_STRUCTURE,
  "smithy.rules#endpointBdd": ON_SERVICE,
  "smithy.rules#endpointRuleSet": ON_SERVICE,
  "smithy.rules#endpointTests": ON_SERVICE,
  "smithy.rules#operationContextParams": ON_OPERATION,
  "smithy.rules#staticContextParams": ON_OPERATION,
  "smithy.test#httpMalformedRequestTests": ON_OPERATION,
  "smithy.test#httpRequestTests": ON_OPERATION,
  "smithy.test#httpResponseTests": { on: ["operation", "structure"] },
  "smithy.waiters#waitable": ON_OPERATION,
  "wickr.codegen#confirmedAcceptors": ON_OPERATION,
};

/** Where a trait may stand; undefined where that is not known. */
export const placeOfTrait = (id: string): Place | undefined => {
  const name = id.startsWith("smithy.api#") ? id.slice("smithy.api#".length) : id;
  return Object.hasOwn(PLACES, name) ? PLACES[name] : undefined;
};
