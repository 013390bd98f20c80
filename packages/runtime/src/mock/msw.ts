/** Handlers for msw 2 on top of the server half of restJson1. */
export type { CallContext } from "./behavior.js";
export type { EndpointOptions } from "./fetch.js";
export type { ServerResponse } from "./http.js";
export type { PartialInput } from "./matches-input.js";
export {
  type HandlerAnswer,
  type HandlerOptions,
  type Resolver,
  type ResolverCall,
  handleOperation,
} from "./handle-operation.js";
export type { Answer, OperationSchema, StreamContent } from "./schema.js";
export {
  type Behavior,
  type CommandClass,
  type Fake,
  type InputOf,
  type MockCall,
  type MockOptions,
  type Operations,
  type OutputOf,
  type Rejection,
  type ServiceMock,
  createServiceMock,
} from "./service-mock.js";
export type { Delay } from "./wait.js";
export type { ErrorLike } from "./write-error.js";
