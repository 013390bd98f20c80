import type { Message, MessageHeaderValue } from "@smithy/types";
import { holdsBigNumbers } from "./big-json.js";
import { type BodyKind, eventBodyOf } from "./body-kind.js";
import { eventCodec } from "./event-codec.js";
import { readEventHeader } from "./event-header.js";
import { type Path, malformed } from "./problem.js";
import { getOwn, isProperties, setOwn } from "./properties.js";
import { type Position, compileField, defaultOf, readFields } from "./read-json.js";
import { parseJson, readPayload } from "./read-payload.js";
import { resolve } from "./resolve.js";
import type { StructureSchema } from "./schema.js";

/**
 * The events in a body: values of the union, as often as somebody asks for them. Those that the union
 * does not know are left out. What is wrong with a message is thrown when it is its turn, and so is an
 * exception or error that the caller sends.
 */
export const readEvents = (
  union: StructureSchema,
  body: Uint8Array,
  { path, defaults }: Position,
): AsyncIterable<object> => {
  // The caller's path goes on changing.
  const start = [...path];
  return {
    async *[Symbol.asyncIterator]() {
      let index = 0;
      for (const message of messagesOf(body, start)) {
        const event = readMessage(union, message, { path: [...start, index++], defaults });
        if (event) yield event;
      }
    },
  };
};

/** The messages, taken out of those that sign them. */
function* messagesOf(body: Uint8Array, path: Path): Generator<Message> {
  let rest = body;
  while (rest.length > 0) {
    const length = lengthOf(rest);
    const message = decode(rest.subarray(0, length), path);
    rest = rest.subarray(length);
    if (getOwn(message.headers, ":chunk-signature") === undefined) {
      yield message;
    } else {
      // The signature of nothing is the last one.
      if (message.body.length === 0) return;
      yield decode(message.body, path);
    }
  }
}

/** The length that the first message says it has. */
const lengthOf = ({ buffer, byteOffset, length }: Uint8Array): number =>
  length < 4 ? length : new DataView(buffer, byteOffset).getUint32(0);

const decode = (bytes: Uint8Array, path: Path): Message => {
  try {
    return eventCodec.decode(bytes);
  } catch {
    throw malformed(path, "whole messages of an event stream");
  }
};

const readMessage = (
  union: StructureSchema,
  message: Message,
  at: Position,
): object | undefined => {
  const text = (name: string): string => {
    const header = headerOf(message, name);
    if (header?.type !== "string") throw malformed(at.path, `a message with the text '${name}'`);
    return header.value;
  };
  switch (text(":message-type")) {
    case "event":
      return readEvent(union, text(":event-type"), message, at);
    case "exception":
      throw errorOf(text(":exception-type"), parseJson(message.body, false));
    case "error":
      throw errorOf(text(":error-code"), {
        message: String(headerOf(message, ":error-message")?.value ?? ""),
      });
    default:
      throw malformed(at.path, "an event, an exception or an error");
  }
};

const headerOf = ({ headers }: Message, name: string): MessageHeaderValue | undefined =>
  getOwn(headers, name) as MessageHeaderValue | undefined;

const errorOf = (name: string, members: unknown): Error => {
  const error = new Error();
  for (const [key, value] of Object.entries(isProperties(members) ? members : {}))
    setOwn(error, key, value);
  error.name = name;
  return error;
};

const readEvent = (
  union: StructureSchema,
  type: string,
  message: Message,
  { path, defaults }: Position,
): object | undefined => {
  const member = union.members.find(({ name }) => name === type);
  if (!member) return undefined;
  // Members of such a union are structures.
  const schema = resolve(member.target) as StructureSchema;
  const at = { path: [...path, type], defaults };
  const value = readBody(eventBodyOf(schema), schema, message, at);
  for (const field of schema.members) {
    if (field.in !== "eventHeader") continue;
    const header = headerOf(message, field.name);
    const item = header
      ? readEventHeader(field, header, [...at.path, field.name])
      : defaultOf(field, at);
    if (item !== undefined) setOwn(value, field.name, item);
  }
  const event = {};
  setOwn(event, type, value);
  return event;
};

const readBody = (
  body: BodyKind,
  schema: StructureSchema,
  message: Message,
  at: Position,
): object => {
  const value = {};
  if (body.kind === "none" || body.kind === "events") return value;
  const bigNumbers = holdsBigNumbers(schema);
  if (body.kind === "document") {
    const json = parseJson(message.body, bigNumbers) ?? {};
    if (!isProperties(json)) throw malformed(at.path, "a JSON object");
    return readFields(body.members.map(compileField), json, at, value);
  }
  const { name } = body.member;
  // Text and bytes that are empty have a type; what is not there has none.
  const isThere = message.body.length > 0 || headerOf(message, ":content-type") !== undefined;
  const inside = { ...at, path: [...at.path, name] };
  const payload =
    (isThere ? readPayload(body, message.body, bigNumbers, inside) : undefined) ??
    defaultOf(body.member, inside);
  if (payload !== undefined) setOwn(value, name, payload);
  return value;
};
