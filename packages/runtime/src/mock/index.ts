/** The mock: answers calls of a client as it is told, through handlers for msw 2. */
export type { CallContext } from "./behavior.js";
export type { EndpointOptions } from "../restjson1/server/fetch.js";
export type { ServerResponse } from "../restjson1/server/http.js";
export { toMswResponse } from "./msw-response.js";
export type { PartialInput } from "./matches-input.js";
export {
  type HandlerAnswer,
  type HandlerOptions,
  type Resolver,
  type ResolverCall,
  handleOperation,
} from "./handle-operation.js";
export type { Answer, OperationSchema, StreamContent } from "../restjson1/server/schema.js";
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
export type { ErrorLike } from "../restjson1/server/write-error.js";
