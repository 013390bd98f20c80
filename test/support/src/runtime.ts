/**
 * What tests take from the runtime beyond what people import. Here alone, so that a move of its
 * entries is a change of this file.
 */
export { NumericValue, parseExact, ServiceClient } from "@wickr-admin/runtime/internal";
export {
  createService,
  writeError,
  writeResponse,
  type OperationSchema,
  type ServerRequest,
  type ServerResponse,
} from "@wickr-admin/runtime/server";
