import { type ImportSymbol, imported } from "./symbols.js";

/** The hand-written package that all generated ones build on; the same for every service and scope. */
export const RUNTIME = "@wickr-admin/runtime";

/** What generated code may import from the runtime, by entry: values and types. */
const SYMBOLS = {
  internal: {
    values: [
      "Command",
      "EndpointError",
      "NumericValue",
      "REDACTED",
      "ServiceClient",
      "ServiceException",
      "addChecksum",
      "addContentMd5",
      "addQueryParams",
      "addTreeHash",
      "compressKnownLength",
      "compressRequest",
      "encodeEvents",
      "eventHeader",
      "eventJson",
      "eventText",
      "greedyLabel",
      "hostLabel",
      "httpApiKeyAuth",
      "httpBearerAuth",
      "idempotencyToken",
      "isValidHostLabel",
      "isVirtualHostableS3Bucket",
      "keepMembers",
      "label",
      "mapValues",
      "noAuth",
      "ownMember",
      "parseArn",
      "parseExact",
      "parseUrl",
      "partition",
      "readBigDecimal",
      "readBigInteger",
      "readBlob",
      "readBooleanHeader",
      "readDateTime",
      "readDateTimeHeader",
      "readDocument",
      "readEpochSeconds",
      "readEpochSecondsHeader",
      "readEventHeader",
      "readEvents",
      "readFloat",
      "readHttpDate",
      "readHttpDateHeader",
      "readHttpDateListHeader",
      "readJsonList",
      "readJsonMap",
      "readListHeader",
      "readMediaTypeHeader",
      "readPrefixHeaders",
      "readSparseJsonList",
      "readSparseJsonMap",
      "readStream",
      "readUnknownMember",
      "requestChecksumMode",
      "sigV4",
      "sigV4a",
      "splitText",
      "stringifyExact",
      "substring",
      "uriEncode",
      "verifyChecksum",
      "writeBlob",
      "writeDateTime",
      "writeDocument",
      "writeEpochSeconds",
      "writeEvents",
      "writeFloat",
      "writeHttpDate",
      "writeJsonList",
      "writeJsonMap",
      "writeListHeader",
      "writeMediaTypeHeader",
      "writePrefixHeaders",
      "writeSparseJsonList",
      "writeSparseJsonMap",
      "writeUnknownMember",
    ],
    types: [
      "ClientConfig",
      "ErrorReader",
      "EventReaders",
      "ExceptionOptionType",
      "JsonObject",
      "Operation",
      "OutgoingEvent",
      "ResolvedConfig",
      "RulesEndpoint",
      "SendOptions",
      "Service",
    ],
  },
  jmespath: {
    values: [
      "allStringEquals",
      "and",
      "anyStringEquals",
      "asArray",
      "asComparable",
      "asComparables",
      "asNumber",
      "asNumbers",
      "asObject",
      "asString",
      "asStrings",
      "attempt",
      "avg",
      "compare",
      "contains",
      "element",
      "elements",
      "entry",
      "equals",
      "field",
      "isTruthy",
      "keys",
      "length",
      "max",
      "maxBy",
      "memberValues",
      "min",
      "minBy",
      "or",
      "plain",
      "present",
      "reverse",
      "slice",
      "sort",
      "sortBy",
      "sum",
      "toArray",
      "toNumber",
      "toText",
      "typeName",
      "values",
      "when",
      "withoutMetadata",
    ],
    types: [],
  },
  paginator: {
    values: ["paginate"],
    types: ["Pages", "PaginationConfiguration", "Paginator", "SendOptions"],
  },
  waiter: {
    values: ["WaiterState", "checkExceptions", "createWaiter"],
    types: ["WaiterConfiguration", "WaiterResult"],
  },
  server: {
    values: [],
    types: [
      "EnumSchema",
      "ErrorSchema",
      "IntEnumSchema",
      "ListSchema",
      "MapSchema",
      "OperationSchema",
      "SimpleSchema",
      "StructureSchema",
    ],
  },
  mock: {
    values: ["createServiceMock", "handleOperation"],
    types: [
      "Answer",
      "Behavior",
      "CallContext",
      "Fake",
      "HandlerAnswer",
      "HandlerOptions",
      "MockCall",
      "MockOptions",
      "Rejection",
      "Resolver",
      "ResolverCall",
      "ServiceMock",
    ],
  },
} as const;

/** Where each entry is imported from. */
const SPECIFIERS: Readonly<Record<keyof typeof SYMBOLS, string>> = {
  internal: RUNTIME,
  jmespath: `${RUNTIME}/waiter`,
  paginator: `${RUNTIME}/paginator`,
  waiter: `${RUNTIME}/waiter`,
  server: `${RUNTIME}/mock`,
  mock: `${RUNTIME}/mock/msw`,
};

type NamesOf<Entry extends keyof typeof SYMBOLS> =
  | (typeof SYMBOLS)[Entry]["values"][number]
  | (typeof SYMBOLS)[Entry]["types"][number];

/** The runtime's symbols, by entry: `runtime.internal.keepMembers`. */
export type RuntimeSymbols = {
  readonly [Entry in keyof typeof SYMBOLS]: Readonly<Record<NamesOf<Entry>, ImportSymbol>>;
};

const entries = Object.entries(SYMBOLS).map(([entry, { values, types }]) => {
  const from = SPECIFIERS[entry as keyof typeof SYMBOLS];
  return [
    entry,
    Object.fromEntries([...values, ...types].map((name) => [name, imported(name, from)])),
  ];
});

/** What generated code imports from the runtime, by entry: `runtime.internal.keepMembers`. */
export const runtime = Object.fromEntries(entries) as RuntimeSymbols;

/** All names that the runtime gives: variables of generated code keep away from them. */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  Object.values(SYMBOLS).flatMap(({ values, types }): readonly string[] => [...values, ...types]),
);

/** Types of Smithy's that generated code uses. */
export const smithy = Object.fromEntries(
  (
    [
      "DocumentType",
      "HeaderBag",
      "MetadataBearer",
      "Provider",
      "QueryParameterBag",
      "StreamingBlobPayloadInputTypes",
      "StreamingBlobPayloadOutputTypes",
      "StreamingBlobTypes",
    ] as const
  ).map((name) => [name, imported(name, "@smithy/types")]),
) as Readonly<Record<SmithyType, ImportSymbol>>;

type SmithyType =
  | "DocumentType"
  | "HeaderBag"
  | "MetadataBearer"
  | "Provider"
  | "QueryParameterBag"
  | "StreamingBlobPayloadInputTypes"
  | "StreamingBlobPayloadOutputTypes"
  | "StreamingBlobTypes";
