import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { errorIdsOf } from "../../facts/errors.js";
import { eventBindings, eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { reachableFrom, sensitiveShapes } from "../../facts/reach.js";
import type { Member, Model, ShapeId, StructureShape } from "../../model/model.js";

/** Which shapes need a function for which direction. */
export interface CodecNeeds {
  readonly write: ReadonlySet<ShapeId>;
  readonly read: ReadonlySet<ShapeId>;
  readonly redact: ReadonlySet<ShapeId>;
}

/** A shape needs what the operations that reach it need; the rest is not written. */
export const codecNeeds = (facts: Facts): CodecNeeds => {
  const { model, operations } = facts;
  const inner = (members: readonly (Member | undefined)[]): ShapeId[] =>
    members.flatMap((member) => {
      if (!member) return [];
      const events = eventsOf(model, member);
      return events ? inner(jsonOfEvents(model, events)) : [member.target];
    });
  const isLogged = (member: Member) => eventsOf(model, member) === undefined;
  const write: ShapeId[] = [];
  const read: ShapeId[] = [];
  const logged: ShapeId[] = [];
  for (const operation of operations) {
    const request = requestBindings(model, operation);
    write.push(...inner([...request.body, request.payload]));
    for (const id of [operation.output, ...errorIdsOf(facts.service, operation)]) {
      const response = responseBindings(structure(model, id));
      read.push(...inner([...response.body, response.payload]));
    }
    for (const id of [operation.input, operation.output])
      logged.push(...inner([...(structure(model, id)?.members.values() ?? [])].filter(isLogged)));
  }
  const sensitive = sensitiveShapes(model, logged);
  return {
    write: reachableFrom(model, write),
    read: reachableFrom(model, read),
    redact: new Set([...reachableFrom(model, logged)].filter((id) => sensitive.has(id))),
  };
};

/** The members of events that travel as JSON; what errors hold is read with the errors. */
const jsonOfEvents = (model: Model, events: StructureShape): Member[] =>
  [...events.members.values()].flatMap(({ target }) => {
    const event = structure(model, target);
    if (!event) return [];
    const { payload, body } = eventBindings(event);
    return payload ? [payload] : [...body];
  });
