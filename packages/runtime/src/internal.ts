/**
 * What generated code is made of, on every platform. It may change with each release, and generated
 * code with it: nobody else should import it.
 *
 * @internal
 * @packageDocumentation
 */
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
export type { ClientConfig, DefaultsMode, RetryMode } from "./config/client-config.js";
export type { ExtensionConfiguration, RuntimeExtension } from "./config/extension.js";
export type { HttpHandler } from "./config/http-handler.js";
export type { ResolvedConfig } from "./config/resolved-config.js";
export * from "./endpoints/index.js";
export { eventHeader, eventJson, eventText, readEventHeader } from "./events/event-message.js";
export type {
  EventHeader,
  EventMessage,
  EventReaders,
  OutgoingEvent,
  OutgoingEvents,
} from "./events/event-message.js";
export { initialHeader } from "./events/initial-header.js";
export { readEvents } from "./events/read-events.js";
export { encodeEvents, writeEvents } from "./events/write-events.js";
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
export { readBigDecimal, readBigInteger } from "./restjson1/client/big-numbers.js";
export { readBlob, writeBlob } from "./restjson1/client/blobs.js";
export {
  addChecksum,
  addContentMd5,
  requestChecksumMode,
  verifyChecksum,
} from "./restjson1/client/checksums.js";
export type { ChecksumOptions } from "./restjson1/client/checksums.js";
export { compressKnownLength, compressRequest } from "./restjson1/client/compression.js";
export { readDocument, writeDocument } from "./restjson1/client/documents.js";
export { parseExact, stringifyExact } from "./restjson1/client/exact-json.js";
export { readFloat, writeFloat } from "./restjson1/client/floats.js";
export {
  readDateTimeHeader,
  readEpochSecondsHeader,
  readHttpDateHeader,
  readHttpDateListHeader,
} from "./restjson1/client/header-timestamps.js";
export {
  readBooleanHeader,
  readListHeader,
  readPrefixHeaders,
  writeListHeader,
  writePrefixHeaders,
} from "./restjson1/client/headers.js";
export { hostLabel } from "./restjson1/client/host-label.js";
export { idempotencyToken } from "./restjson1/client/idempotency-token.js";
export { greedyLabel, label } from "./restjson1/client/label.js";
export type { LabelValue } from "./restjson1/client/label.js";
export { keepMembers } from "./restjson1/client/keep-members.js";
export {
  readJsonList,
  readSparseJsonList,
  writeJsonList,
  writeSparseJsonList,
} from "./restjson1/client/lists.js";
export {
  mapValues,
  readJsonMap,
  readSparseJsonMap,
  writeJsonMap,
  writeSparseJsonMap,
} from "./restjson1/client/maps.js";
export {
  readMediaTypeHeader,
  toLazyJson,
  writeMediaTypeHeader,
  writeMediaTypeJson,
} from "./restjson1/client/media-type.js";
export type { LazyJsonString } from "./restjson1/client/media-type.js";
export { ownMember } from "./restjson1/client/own-member.js";
export { NumericValue } from "./restjson1/client/numeric-value.js";
export { addQueryParams } from "./restjson1/client/query.js";
export { REDACTED } from "./restjson1/client/redacted.js";
export { addTreeHash } from "./restjson1/client/add-tree-hash.js";
export { readStream } from "./restjson1/client/streams.js";
export {
  readDateTime,
  readEpochSeconds,
  readHttpDate,
  writeDateTime,
  writeEpochSeconds,
  writeHttpDate,
} from "./restjson1/client/timestamps.js";
export { readUnknownMember, writeUnknownMember } from "./restjson1/client/unions.js";
export type { UnknownUnionMember } from "./restjson1/client/unions.js";
