import type { Context } from "../context.js";
import type { ServiceState } from "../state/service.js";
import type { OperationInput, OperationName, OperationOutput } from "./operation-types.js";

export type { OperationInput, OperationName, OperationOutput } from "./operation-types.js";

/**
 * Does what an operation does. Inputs already have the form that the model asks for; what else is wrong
 * with them is found before anything changes, so that a refused call leaves no trace.
 */
export type OperationHandler<Name extends OperationName> = (
  state: ServiceState,
  input: OperationInput<Name>,
  context: Context,
) => OperationOutput<Name>;
