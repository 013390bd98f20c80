// What both entries have in common.
export type {
  HttpHandlerOptions,
  MetadataBearer,
  QueryParameterBag,
  HeaderBag,
  HttpResponse,
  ResponseMetadata,
} from "@smithy/types";
export type { ApiKeyLocation } from "./auth/http-api-key-auth.js";
export { httpApiKeyAuth } from "./auth/http-api-key-auth.js";
export { httpBearerAuth } from "./auth/http-bearer-auth.js";
export { noAuth } from "./auth/no-auth.js";
export { sigV4 } from "./auth/sigv4.js";
export { sigV4a } from "./auth/sigv4a.js";
export type { AuthScheme, SigningProperties } from "./auth/auth-scheme.js";
export { Command } from "./client/command.js";
export type { SendOptions } from "./client/send-options.js";
export type { EndpointParameters, RulesEndpoint, Service } from "./client/service.js";
export type { ClientConfig, DefaultsMode, HttpHandler, RetryMode } from "./config/client-config.js";
export type { ExtensionConfiguration, RuntimeExtension } from "./config/extensions.js";
export type { ResolvedConfig } from "./config/resolved-config.js";
export * from "./endpoints/index.js";
export { eventHeader, eventJson, eventText, readEventHeader } from "./events/event-message.js";
export type {
  EventHeader,
  EventMessage,
  EventReaders,
  OutgoingEvent,
} from "./events/event-message.js";
export { readEvents } from "./events/read-events.js";
export { encodeEvents, writeEvents } from "./events/write-events.js";
export type { OutgoingEvents } from "./events/write-events.js";
export { ServiceException } from "./errors.js";
export type { ExceptionOptionType, ServiceExceptionOptions } from "./errors.js";
export type {
  ErrorReader,
  JsonObject,
  Operation,
  PayloadKind,
  PrepareRequest,
  VerifyResponse,
  WireRequest,
} from "./operation.js";
export { readBigDecimal, readBigInteger } from "./restjson/big-numbers.js";
export { readBlob, writeBlob } from "./restjson/blobs.js";
export {
  addChecksum,
  addContentMd5,
  requestChecksumMode,
  verifyChecksum,
} from "./restjson/checksums.js";
export type { ChecksumOptions } from "./restjson/checksums.js";
export { compressKnownLength, compressRequest } from "./restjson/compression.js";
export { readDocument, writeDocument } from "./restjson/documents.js";
export { parseExact, stringifyExact } from "./restjson/exact-json.js";
export { readFloat, writeFloat } from "./restjson/floats.js";
export {
  readDateTimeHeader,
  readEpochSecondsHeader,
  readHttpDateHeader,
  readHttpDateListHeader,
} from "./restjson/header-timestamps.js";
export {
  readBooleanHeader,
  readListHeader,
  readPrefixHeaders,
  writeListHeader,
  writePrefixHeaders,
} from "./restjson/headers.js";
export { hostLabel } from "./restjson/host-label.js";
export { idempotencyToken } from "./restjson/idempotency-token.js";
export { greedyLabel, label } from "./restjson/label.js";
export type { LabelValue } from "./restjson/label.js";
export { keepMembers } from "./restjson/keep-members.js";
export {
  readJsonList,
  readSparseJsonList,
  writeJsonList,
  writeSparseJsonList,
} from "./restjson/lists.js";
export {
  mapValues,
  readJsonMap,
  readSparseJsonMap,
  writeJsonMap,
  writeSparseJsonMap,
} from "./restjson/maps.js";
export {
  readMediaTypeHeader,
  toLazyJson,
  writeMediaTypeHeader,
  writeMediaTypeJson,
} from "./restjson/media-type.js";
export type { LazyJsonString } from "./restjson/media-type.js";
export { ownMember } from "./restjson/own-member.js";
export { NumericValue } from "./restjson/numeric-value.js";
export { addQueryParams } from "./restjson/query.js";
export { REDACTED } from "./restjson/redacted.js";
export { addTreeHash } from "./restjson/add-tree-hash.js";
export { readStream } from "./restjson/streams.js";
export {
  readDateTime,
  readEpochSeconds,
  readHttpDate,
  writeDateTime,
  writeEpochSeconds,
  writeHttpDate,
} from "./restjson/timestamps.js";
export { readUnknownMember, writeUnknownMember } from "./restjson/unions.js";
export type { UnknownUnionMember } from "./restjson/unions.js";
