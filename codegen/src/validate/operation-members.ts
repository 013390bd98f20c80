import type {
  Member,
  Model,
  OperationShape,
  Shape,
  ShapeId,
  StructureShape,
} from "../model/model.js";

/** The structure of that id, or undefined where it is none: another rule complains then. */
export const structureAt = (model: Model, id: ShapeId): StructureShape | undefined => {
  const shape = model.shapes.get(id);
  return shape?.type === "structure" ? shape : undefined;
};

/** The shape a member targets. */
export const targetOf = (model: Model, member: Member): Shape | undefined =>
  model.shapes.get(member.target);

/** All operations among the shapes. */
export const operationsOf = (shapes: readonly Shape[]): OperationShape[] =>
  shapes.filter((shape) => shape.type === "operation");
