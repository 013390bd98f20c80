/** What is compared: kinds of facts, the traits that carry them, and the changes that tell of them. */

/** Kinds of facts of a model, in the words of the report. */
export type Fact = (typeof FACTS)[number];

/** All of them. */
export const FACTS = [
  "service",
  "operations",
  "members",
  "types",
  "types of numbers",
  "HTTP bindings",
  "required members",
  "required messages of errors",
  "errors",
  "errors of single operations",
  "enums",
  "pagination",
  "items of pages",
  "sensitive",
  "idempotency tokens",
  "readonly, idempotent and retryable",
  "constraints",
  "defaults",
  "deprecation",
  "authentication",
  "authentication of single operations",
  "protocols",
  "endpoints",
  "client settings",
  "checksums and compression",
  "waiters",
] as const;

/** Never compared: texts are each model's own, as are names that nobody sees, and what only tests and tools read. */
export const NEVER_COMPARED = [
  "documentation and examples",
  "tests",
  "order",
  "names of simple shapes and lists",
  "other traits",
];

const api = (fact: Fact, ...names: readonly string[]): [string, Fact][] =>
  names.map((name) => [`smithy.api#${name}`, fact]);

/** The facts that traits carry. What carries none is left out of the comparison. */
export const FACT_OF_TRAIT: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ["aws.api#service", "service"],
  ...api("types", "sparse", "streaming", "mediaType", "timestampFormat", "requiresLength"),
  ...api("HTTP bindings", "http", "httpHeader", "httpLabel", "httpPayload", "httpPrefixHeaders"),
  ...api("HTTP bindings", "httpQuery", "httpQueryParams", "httpResponseCode", "jsonName"),
  ...api("HTTP bindings", "endpoint", "hostLabel", "eventHeader", "eventPayload"),
  ...api("required members", "required", "clientOptional"),
  ...api("errors", "error", "httpError"),
  ...api("enums", "enum", "enumValue"),
  ...api("pagination", "paginated"),
  ...api("sensitive", "sensitive"),
  ...api("idempotency tokens", "idempotencyToken"),
  ...api("readonly, idempotent and retryable", "readonly", "idempotent", "retryable"),
  ...api("constraints", "length", "range", "pattern", "uniqueItems"),
  ...api("defaults", "default", "addedDefault"),
  ...api("deprecation", "deprecated"),
  ...api("authentication", "auth", "httpApiKeyAuth", "httpBasicAuth", "httpBearerAuth"),
  ...api("authentication", "httpDigestAuth"),
  ["aws.auth#sigv4", "authentication"],
  ["aws.auth#sigv4a", "authentication"],
  ...api("authentication of single operations", "optionalAuth"),
  ["aws.auth#unsignedPayload", "authentication of single operations"],
  ["smithy.rules#clientContextParams", "client settings"],
  ...api("checksums and compression", "httpChecksumRequired", "requestCompression"),
  ["aws.protocols#httpChecksum", "checksums and compression"],
  ["smithy.waiters#waitable", "waiters"],
]);

/** The facts that changes tell of, the first that fits; `undefined` where a change is no news of its own. */
const FACT_OF_CHANGE: readonly (readonly [RegExp, Fact | undefined])[] = [
  // What leads to a shape is told. Order and namespaces are nothing that anybody sees.
  [/^(Added|Removed)Shape$|^(MovedShape|ChangedMemberOrder|ChangedEnumOrder)$/, undefined],
  [/^Changed(Documentation|Examples|Tests)$/, undefined],
  [/^ChangedService(Name|Version)$/, "service"],
  [/^(Added|Removed)Operation$/, "operations"],
  [/OperationError$/, "errors of single operations"],
  [/ServiceError$/, "errors"],
  [/^(Added|Removed|Changed)Operation(Input|Output)$/, "types"],
  [/^(Added|AddedRequired|Removed)(Union)?Member$/, "members"],
  [/^(ChangedMemberTarget|ChangedShapeType|ServiceRename)$/, "types"],
  [/^(ChangedNullability|(Added|Removed)RequiredTrait)$/, "required members"],
  [/^ChangedHttp|^ChangedJsonName$/, "HTTP bindings"],
  [/Enum(Value|Trait)$/, "enums"],
  [/Paginator$|^ChangedPaginatedTrait$/, "pagination"],
  [/^(Length|Range|Pattern|UniqueItems)(Tightened|Loosened)$/, "constraints"],
  [/^ChangedDefault$/, "defaults"],
  [/Deprecation$/, "deprecation"],
  [/Auth(Scheme|Order)$/, "authentication"],
  [/Protocol$/, "protocols"],
  [/^ChangedEndpoint$/, "endpoints"],
  [/ClientSetting$/, "client settings"],
  [/Waiter$/, "waiters"],
];

/** The fact that a change tells of; undefined where it is none of those that are compared. */
export const factOf = ({
  kind,
  message,
}: {
  readonly kind: string;
  readonly message: string;
}): Fact | undefined => {
  const found = FACT_OF_CHANGE.find(([pattern]) => pattern.test(kind));
  if (found) return found[1];
  // `AddedSensitiveTrait` says its trait in its kind, `AddedTrait` in its message.
  const [, inKind] = /^(?:Added|Removed|Changed)(\w+)Trait$/.exec(kind) ?? [];
  const [, inMessage = ""] = /^`([^`]+)`/.exec(message) ?? [];
  const trait = inKind
    ? `smithy.api#${inKind.charAt(0).toLowerCase()}${inKind.slice(1)}`
    : inMessage;
  return FACT_OF_TRAIT.get(trait);
};
