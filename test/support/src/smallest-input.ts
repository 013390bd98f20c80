import {
  dataShapeOf,
  hasTrait,
  structureOf,
  trait,
  type Model,
  type OperationShape,
  type ShapeId,
} from "@wickr-admin/codegen";

/** An input that has just what a request cannot do without: its labels. */
export const smallestInput = (model: Model, operation: OperationShape): object => {
  if (operation.input === "smithy.api#Unit") return {};

  const input: Record<string, unknown> = {};
  for (const member of structureOf(model, operation.input).members.values()) {
    if (hasTrait(member, "httpLabel") || hasTrait(member, "hostLabel"))
      input[member.name] = anyValue(model, member.target);
  }
  return input;
};

const anyValue = (model: Model, target: ShapeId): unknown => {
  const shape = dataShapeOf(model, target);
  switch (shape.type) {
    case "enum":
    case "intEnum":
      return trait([...shape.members.values()][0]!, "enumValue");
    case "string":
      return "a";
    case "boolean":
      return true;
    case "timestamp":
      return new Date(0);
    case "long":
    case "bigInteger":
      return 1n;
    default:
      return 1;
  }
};
