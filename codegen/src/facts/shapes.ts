import type {
  Member,
  Model,
  OperationShape,
  Shape,
  ShapeId,
  StructureShape,
} from "../model/model.js";

// What is looked up here may be missing, or of another kind: models are looked at before they are
// known to be valid.

/** All members of a shape, whatever its type. */
export const membersOf = (shape: Shape): readonly Member[] => {
  switch (shape.type) {
    case "structure":
    case "union":
    case "enum":
    case "intEnum":
      return [...shape.members.values()];
    case "list":
      return [shape.member];
    case "map":
      return [shape.key, shape.value];
    default:
      return [];
  }
};

/** The structure of that id, if it is one. */
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
