import type { Member, Model, Shape, StructureShape } from "../model/model.js";
import { hasTrait } from "../model/traits.js";
import { targetOf } from "./shapes.js";

/** Whether values of the shape come piece by piece: bytes, or events. */
export const isStream = (shape: Shape | undefined): boolean =>
  (shape?.type === "blob" || shape?.type === "union") && hasTrait(shape, "streaming");

/** The union of events that a member streams; undefined for all other members. */
export const eventsOf = (model: Model, member: Member | undefined): StructureShape | undefined => {
  const shape = member && targetOf(model, member);
  return shape?.type === "union" && isStream(shape) ? shape : undefined;
};

/** Where the members of an event travel. */
export interface EventBindings {
  readonly headers: readonly Member[];
  readonly payload: Member | undefined;
  /** Members of the JSON document that the body is where no member is the payload. */
  readonly body: readonly Member[];
}

/** Where the members of an event's structure travel. */
export const eventBindings = (event: StructureShape): EventBindings => {
  const members = [...event.members.values()];
  const headers = members.filter((member) => hasTrait(member, "eventHeader"));
  const payload = members.find((member) => hasTrait(member, "eventPayload"));
  const body = payload ? [] : members.filter((member) => !headers.includes(member));
  return { headers, payload, body };
};
