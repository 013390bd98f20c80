/** The server half of restJson1, driven by schemas; needs no HTTP library. */
export { type EndpointOptions, createFetchHandler, readFetchRequest, toResponse } from "./fetch.js";
export { BROKEN, type ServerRequest, type ServerResponse } from "./http.js";
export { type IsSecret, redactJson, redactUrl } from "./redact.js";
export type {
  Answer,
  Bounds,
  EnumSchema,
  ErrorSchema,
  FieldSchema,
  IntEnumSchema,
  Json,
  ListSchema,
  MapSchema,
  MemberSchema,
  OperationSchema,
  Place,
  Schema,
  SchemaRef,
  SchemaTraits,
  SimpleSchema,
  SimpleType,
  StreamContent,
  StructureSchema,
  TimestampFormat,
  ValidationReport,
} from "./schema.js";
export {
  type Act,
  type Answered,
  type Call,
  type Output,
  type Service,
  type ServiceOptions,
  createService,
} from "./service.js";
export { type ErrorLike, errorResponse, writeError } from "./write-error.js";
export { writeResponse } from "./write-response.js";
