import type { OperationShape, ServiceShape, ShapeId, StructureShape } from "../model/model.js";
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
