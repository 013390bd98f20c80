import { functionOf } from "./function-names.js";
import { requestBindings, responseBindings, structure } from "../../facts/bindings.js";
import { eventBindings, eventsOf } from "../../facts/event-streams.js";
import type { Facts } from "../../facts/facts.js";
import { jsonName } from "../../facts/members.js";
import { literal, literalKey } from "../../typescript/names.js";
import {
  type Member,
  type ShapeId,
  type StructureShape,
  dataShapeOf,
  structureOf,
} from "../../model/model.js";
import { hasTrait } from "../../model/traits.js";
import type { PlannedFile } from "../../plan/file.js";
import { Imports } from "../../typescript/imports.js";
import { memberCode, presentMemberCode } from "../../plan/member-code.js";
import { RUNTIME } from "../../plan/packages.js";
import { planReader } from "./codecs.js";
import { JsonCode } from "./json.js";

/** What a body that streams events is. */
export const EVENT_STREAM = "application/vnd.amazon.eventstream";

/** The module that reads and writes a union's events, seen from a command. */
export const eventsModule = ({ names }: Facts, id: ShapeId): string =>
  `../events/${names.type(id)}.js`;

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

const planUnion = (
  facts: Facts,
  events: StructureShape,
  reads: boolean,
  writes: boolean,
): PlannedFile => {
  const { model, names } = facts;
  const imports = new Imports();
  const json = new JsonCode(facts, imports, (name) => `../codecs/${name}.js`);
  const type = imports.type(names.type(events.id), "../models/index.js");
  const members = [...events.members.values()].map((member) => ({
    member,
    event: structure(model, member.target),
  }));
  const isError = (event: StructureShape | undefined) =>
    event !== undefined && hasTrait(event, "error");
  if (reads) {
    imports.type("ErrorReader", RUNTIME);
    imports.type("EventReaders", RUNTIME);
  }
  if (writes) imports.type("OutgoingEvent", RUNTIME);
  const plan = {
    type,
    reads: reads && functionOf("read", type),
    writes: writes && functionOf("write", type),
    readers:
      reads &&
      members
        .filter(({ event }) => !isError(event))
        .map(({ member, event }) => ({
          name: literalKey(member.name),
          ...planEventReader(facts, event, json),
        })),
    errors:
      reads &&
      members.flatMap(({ member, event }) => {
        if (!event || !isError(event)) return [];
        const error = names.type(event.id);
        const reader = imports.value(functionOf("read", error), `../errors/read${error}.js`);
        return [{ name: literalKey(member.name), reader }];
      }),
    writers:
      writes &&
      members.map(({ member, event }) => ({
        guard: memberCode("event", member.name, imports),
        name: literal(member.name),
        isException: isError(event),
        value: presentMemberCode("event", member.name, imports),
        ...planEventWriter(facts, event, json),
      })),
  };
  return {
    path: `client/src/events/${type}.ts`,
    template: "client/events",
    plan: { ...plan, imports: imports.list() },
  };
};

const planEventReader = (facts: Facts, event: StructureShape | undefined, json: JsonCode) => {
  const { headers, payload, body } = event ? eventBindings(event) : NO_MEMBERS;
  const { imports } = json;
  imports.type("JsonObject", RUNTIME);
  const reader = body.length > 0 && planReader(json, body, { fresh: true });
  if (reader) imports.value("eventJson", RUNTIME);
  if (headers.length > 0) imports.value("readEventHeader", RUNTIME);
  return {
    usesMessage: headers.length > 0 || payload !== undefined || body.length > 0,
    reader,
    payload: payload && {
      key: literal(payload.name),
      value: payloadValue(facts, payload, json),
    },
    headers: headers.map((member) => literal(member.name)),
  };
};

const NO_MEMBERS = { headers: [], payload: undefined, body: [] };

/** The value of the member that an event's body is. */
const payloadValue = ({ model }: Facts, payload: Member, json: JsonCode): string => {
  const { type } = dataShapeOf(model, payload.target);
  if (type === "blob") return "message.body";
  if (type === "string" || type === "enum") {
    return `${json.imports.value("eventText", RUNTIME)}(message)`;
  }
  const text = `${json.imports.value("eventJson", RUNTIME)}(message)`;
  return json.read(payload, text) ?? text;
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

const planEventWriter = (facts: Facts, event: StructureShape | undefined, json: JsonCode) => {
  const { headers, payload, body } = event ? eventBindings(event) : NO_MEMBERS;
  const { imports } = json;
  const own = (member: Member) => memberCode("value", member.name, imports);
  return {
    usesValue: headers.length > 0 || payload !== undefined || body.length > 0,
    headers: headers.map((member) => {
      const { type } = dataShapeOf(facts.model, member.target);
      const kind = literal(HEADER_TYPES[type] ?? "string");
      return {
        key: literalKey(member.name),
        value: `${imports.value("eventHeader", RUNTIME)}(${kind}, ${own(member)})`,
      };
    }),
    payload: payload && outgoingPayload(facts, payload, json),
    // An event without members of the document is sent with an empty one.
    body: payload === undefined && {
      members: body.map((member) => ({
        key: literalKey(jsonName(member)),
        value: json.write(member, own(member), presentMemberCode("value", member.name, imports)),
      })),
    },
  };
};

const outgoingPayload = ({ model }: Facts, payload: Member, json: JsonCode) => {
  const own = memberCode("value", payload.name, json.imports);
  const { type } = dataShapeOf(model, payload.target);
  if (type === "blob") return { contentType: literal("application/octet-stream"), value: own };
  if (type === "string" || type === "enum")
    return { contentType: literal("text/plain"), value: own };
  const present = presentMemberCode("value", payload.name, json.imports);
  return {
    contentType: literal("application/json"),
    value: `${own} == null ? "{}" : JSON.stringify(${json.writePresent(payload, present)})`,
  };
};
