/** The server half of restJson1, driven by schemas; needs no HTTP library. */
export { InvalidInput, checkInput, writeInvalidInput } from "./check-input.js";
export { exampleOutput } from "./example-output.js";
export { type EndpointOptions, createFetchHandler, readFetchRequest, toResponse } from "./fetch.js";
export type { ServerRequest, ServerResponse } from "./http.js";
export { RequestProblem } from "./problem.js";
export { checkNoBody } from "./negotiate.js";
export { readRequest } from "./read-request.js";
export { type Match, type Routed, type Router, createRouter } from "./route.js";
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
  type Call,
  type Implement,
  type Service,
  type ServiceOptions,
  countedIds,
  createService,
} from "./service.js";
export { type Violation, validate } from "./validate.js";
export { type ErrorLike, writeError } from "./write-error.js";
export { writeResponse } from "./write-response.js";
