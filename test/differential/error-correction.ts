import {
  dataShapeOf,
  hasTrait,
  structureOf,
  trait,
  type Model,
  type ShapeId,
} from "@wickr-admin/codegen";

/**
 * Fills in what a decoded structure lacks although the model requires it, as Smithy's client error
 * correction says. The official runtime does not; the generated client does, so that required
 * members can be used without a check.
 */
export const corrected = (model: Model, target: ShapeId, value: unknown): unknown => {
  if (value === undefined || value === null) return value;

  const shape = dataShapeOf(model, target);
  if (shape.type === "list")
    return (value as unknown[]).map((item) => corrected(model, shape.member.target, item));

  if (shape.type !== "structure") return value;

  const result: Record<string, unknown> = {};
  for (const member of shape.members.values()) {
    let present = (value as Record<string, unknown>)[member.name];
    if (present === undefined || present === null) {
      present =
        trait(member, "default") ??
        (hasTrait(member, "required") ? standIn(model, member.target) : undefined);
    }
    const item = corrected(model, member.target, present);
    if (item !== undefined && item !== null) result[member.name] = item;
  }
  return result;
};

/** What stands for a required value that is not there. */
const standIn = (model: Model, target: ShapeId): unknown => {
  const shape = dataShapeOf(model, target);
  switch (shape.type) {
    case "string":
    case "enum":
      return "";
    case "boolean":
      return false;
    case "list":
      return [];
    case "map":
      return {};
    case "structure":
      return corrected(model, structureOf(model, target).id, {});
    case "timestamp":
      return new Date(0);
    case "blob":
      return new Uint8Array();
    default:
      return 0;
  }
};
