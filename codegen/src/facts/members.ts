import { type Member, type Model, type ShapeId, dataShapeOf } from "../model/model.js";
import { hasMemberTrait, hasTrait, memberTrait, trait } from "../model/traits.js";

/** The formats a timestamp can have on the wire. */
export type TimestampFormat = "epoch-seconds" | "date-time" | "http-date";

/** The member's format: its trait, its target's, or what the place asks for. */
export const timestampFormat = (
  model: Model,
  member: Member,
  otherwise: TimestampFormat,
): TimestampFormat => memberTrait<TimestampFormat>(model, member, "timestampFormat") ?? otherwise;

/**
 * Whether the member is always there for the user: required, and neither left to the client
 * (`clientOptional`) nor filled in by it (`idempotencyToken`).
 */
export const isRequired = (member: Member): boolean =>
  hasTrait(member, "required") &&
  !hasTrait(member, "clientOptional") &&
  !hasTrait(member, "idempotencyToken");

/** The member's name in JSON. */
export const jsonName = (member: Member): string => {
  const name = trait(member, "jsonName");
  return typeof name === "string" ? name : member.name;
};

/** Whether a member or its target must stay out of logs. */
export const isSensitive = (model: Model, member: Member): boolean =>
  hasMemberTrait(model, member, "sensitive");

/** Whether `null` may stand in the list or map. */
export const isSparse = (model: Model, id: ShapeId): boolean =>
  hasTrait(dataShapeOf(model, id), "sparse");
