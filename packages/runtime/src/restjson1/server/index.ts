/** The server half of restJson1, driven by schemas; needs no HTTP library. */
export { checkInput } from "./check-input.js";
export { exampleOutput } from "./example-output.js";
export {
  type EndpointOptions,
  createFetchHandler,
  locator,
  readFetchRequest,
  toResponse,
} from "./fetch.js";
export { BROKEN, type ServerRequest, type ServerResponse } from "./http.js";
export { createRouter } from "./route.js";
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
  countedIds,
  createService,
} from "./service.js";
export { type ErrorLike, errorResponse, writeError } from "./write-error.js";
export { writeResponse } from "./write-response.js";
