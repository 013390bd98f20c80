/**
 * What people may import: types to write configuration, extensions and error handling with, and the few
 * values that inputs and outputs hold. The root has no code of its own: it hands on what `./internal` has,
 * from where generated code takes it, so that there is one copy of each class.
 *
 * @packageDocumentation
 */
export type {
  ClientConfig,
  Command,
  DefaultsMode,
  EndpointParameters,
  ExtensionConfiguration,
  HttpHandler,
  HttpHandlerOptions,
  HttpResponse,
  LazyJsonString,
  MetadataBearer,
  ResolvedConfig,
  ResponseMetadata,
  RetryMode,
  RuntimeExtension,
  SendOptions,
  ServiceClient,
  ServiceExceptionOptions,
  UnknownUnionMember,
} from "@wickr-admin/runtime/internal";
export { NumericValue, ServiceException, toLazyJson } from "@wickr-admin/runtime/internal";
