import {
  type Model,
  type OperationShape,
  type ServiceShape,
  type ShapeId,
  type StructureShape,
  structureOf,
} from "../model/model.js";
import { trait } from "../model/traits.js";

/** The errors that an operation can end with: its own, then those of the service; each once. */
export const errorIdsOf = (
  service: ServiceShape,
  operation: OperationShape,
): readonly ShapeId[] => [...new Set([...operation.errors, ...service.errors])];

/** The status that an error is answered with. */
export const errorStatus = (error: StructureShape): number => {
  const status = trait(error, "httpError");
  if (typeof status === "number") return status;
  return trait(error, "error") === "server" ? 500 : 400;
};

/** The errors that their status tells, since no other error of the operation has it; by status. */
export const errorsByStatus = (
  model: Model,
  service: ServiceShape,
  operation: OperationShape,
): readonly (readonly [status: number, error: StructureShape])[] => {
  const withStatus = errorIdsOf(service, operation)
    .map((id) => structureOf(model, id))
    .map((error) => [errorStatus(error), error] as const);
  return withStatus
    .filter(([status]) => withStatus.filter(([other]) => other === status).length === 1)
    .sort(([a], [b]) => a - b);
};
