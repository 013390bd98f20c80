import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { type EventBindings, eventBindings, eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { errorReaderSymbol, eventsFile, eventsSymbol, typeSymbol } from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import {
  type Member,
  type ShapeId,
  type StructureShape,
  dataShapeOf,
  structureOf,
} from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import { ownMember, presentMember } from "../../typescript/own-members.js";
import { runtime } from "../../typescript/runtime.js";
import {
  type Expression,
  call,
  conditional,
  entry,
  isMissing,
  literal,
  member as memberOf,
  name,
  object,
} from "../../typescript/tree.js";
import { documentEntry } from "./body.js";
import { readJson, writePresentJson } from "./json.js";
import { readerOf } from "./reader.js";
import { standIn } from "./stand-in.js";

/** One file for each union of events, with what the operations need of it. */
export const planEvents = (facts: Facts): PlannedFile[] => {
  const { model, operations } = facts;
  const written = new Set<ShapeId>();
  const read = new Set<ShapeId>();
  for (const operation of operations) {
    const sent = eventsOf(model, requestBindings(model, operation).payload);
    if (sent) written.add(sent.id);
    const output = structure(model, operation.output);
    const received = eventsOf(model, responseBindings(output).payload);
    if (received) read.add(received.id);
  }
  return [...new Set([...read, ...written])].sort().map((id) => {
    const events = structureOf(model, id);
    return planUnion(facts, events, read.has(id), written.has(id));
  });
};

interface Event {
  readonly name: string;
  /** Undefined for an event that holds nothing. */
  readonly shape: StructureShape | undefined;
  readonly isError: boolean;
}

const planUnion = (
  facts: Facts,
  union: StructureShape,
  reads: boolean,
  writes: boolean,
): PlannedFile => {
  const events = [...union.members.values()].map((member): Event => {
    const shape = structure(facts.model, member.target);
    return { name: member.name, shape, isError: shape !== undefined && hasTrait(shape, "error") };
  });
  const read = eventsSymbol(facts, "read", union.id).name;
  const write = eventsSymbol(facts, "write", union.id).name;
  const errors = eventsSymbol(facts, "errorsOf", union.id).name;
  const type = typeSymbol(facts, union.id);
  return {
    path: eventsFile(facts, union.id),
    template: "client/events",
    declares: [...(reads ? [read, errors] : []), ...(writes ? [write] : [])],
    plan: {
      type,
      typeName: type.name,
      read: reads && {
        name: read,
        events: events
          .filter(({ isError }) => !isError)
          .map((event) => planEventReader(facts, event)),
        errorsName: errors,
        errors: events.flatMap(({ name: event, shape, isError }) =>
          shape && isError ? [{ name: event, reader: errorReaderSymbol(facts, shape.id) }] : [],
        ),
      },
      write: writes && {
        name: write,
        events: events.map((event) => planEventWriter(facts, event)),
      },
    },
  };
};

const NO_MEMBERS: EventBindings = { headers: [], payload: undefined, body: [] };
const MESSAGE = name("message");
const EVENT = name("event");
const VALUE = name("value");

const planEventReader = (facts: Facts, { name: event, shape }: Event) => {
  const { headers, payload, body } = shape ? eventBindings(shape) : NO_MEMBERS;
  return {
    name: event,
    usesMessage: headers.length > 0 || payload !== undefined || body.length > 0,
    reader: body.length > 0 && readerOf(facts, body, { fresh: true }),
    payload: payload && { name: payload.name, value: payloadValue(facts, payload) },
    headers: headers.map((member) => ({ name: member.name, standIn: standIn(facts, member) })),
  };
};

/** The value of the member that an event's body is. */
const payloadValue = (facts: Facts, payload: Member): Expression => {
  const { type } = dataShapeOf(facts.model, payload.target);
  if (type === "blob") return memberOf(MESSAGE, "body");
  if (type === "string" || type === "enum") return call(runtime.internal.eventText, MESSAGE);
  const json = call(runtime.internal.eventJson, MESSAGE);
  return readJson(facts, payload, json, false) ?? json;
};

/** Types of headers, by the type of the shape. */
const HEADER_TYPES: Readonly<Record<string, string>> = {
  blob: "binary",
  boolean: "boolean",
  byte: "byte",
  intEnum: "integer",
  integer: "integer",
  long: "long",
  short: "short",
  timestamp: "timestamp",
};

const planEventWriter = (facts: Facts, { name: event, shape, isError }: Event) => {
  const { headers, payload, body } = shape ? eventBindings(shape) : NO_MEMBERS;
  const content = payload
    ? outgoingPayload(facts, payload)
    : {
        contentType: "application/json",
        // An event without members of the document is sent with an empty one.
        body: call(
          memberOf(name("JSON"), "stringify"),
          object(
            body.map((member) => documentEntry(facts, member, VALUE)),
            "broken",
          ),
        ),
      };
  return {
    name: event,
    isError,
    guard: ownMember(EVENT, event),
    value: presentMember(EVENT, event),
    usesValue: headers.length > 0 || payload !== undefined || body.length > 0,
    headers: object(
      headers.map((member) => {
        const { type } = dataShapeOf(facts.model, member.target);
        const kind = literal(HEADER_TYPES[type] ?? "string");
        return entry(
          member.name,
          call(runtime.internal.eventHeader, kind, ownMember(VALUE, member.name)),
        );
      }),
    ),
    ...content,
  };
};

const outgoingPayload = (facts: Facts, payload: Member) => {
  const value = ownMember(VALUE, payload.name);
  const { type } = dataShapeOf(facts.model, payload.target);
  if (type === "blob") return { contentType: "application/octet-stream", body: value };
  if (type === "string" || type === "enum") return { contentType: "text/plain", body: value };
  const json = writePresentJson(facts, payload, presentMember(VALUE, payload.name));
  return {
    contentType: "application/json",
    body: conditional(
      isMissing(value),
      literal("{}"),
      call(memberOf(name("JSON"), "stringify"), json),
    ),
  };
};
