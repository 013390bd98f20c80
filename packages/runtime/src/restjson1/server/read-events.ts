import type { Message, MessageHeaderValue } from "@smithy/types";
import { holdsBigNumbers } from "./big-json.js";
import { type BodyKind, eventBodyOf } from "./body-kind.js";
import { isErrorSchema } from "./error-members.js";
import { eventCodec } from "./event-codec.js";
import { readEventHeader } from "./event-header.js";
import { type Path, malformed } from "./problem.js";
import { getOwn, isProperties, setOwn } from "./properties.js";
import { type Position, compileField, defaultOf, readFields } from "./read-json.js";
import { parseJson, readPayload } from "./read-payload.js";
import { resolve } from "./resolve.js";
import type { FieldSchema, StructureSchema } from "./schema.js";

/**
 * The events in a body: values of the union, as often as somebody asks for them. What is wrong with a
 * message is thrown when it is its turn, and so is an exception or error that the caller sends. An event
 * that the union does not know is wrong, too: a caller who sends it counts on its being heard.
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
const messagesOf = function* (body: Uint8Array, path: Path): Generator<Message> {
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
};

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
    if (header?.type === "string") return header.value;
    const found = header ? `a header of type ${header.type}` : "nothing";
    throw malformed(at.path, `a message with the text '${name}', found ${found}`);
  };
  const type = text(":message-type");
  switch (type) {
    case "event":
      return readEvent(union, text(":event-type"), message, at);
    case "exception":
      throw readException(union, text(":exception-type"), message, at);
    case "error":
      throw errorOf(text(":error-code"), {
        message: String(headerOf(message, ":error-message")?.value ?? ""),
      });
    default:
      throw malformed(at.path, `an event, an exception or an error, found '${type}'`);
  }
};

const headerOf = ({ headers }: Message, name: string): MessageHeaderValue | undefined =>
  getOwn(headers, name) as MessageHeaderValue | undefined;

/** An error of the union, by the name of its shape; one that the union does not know, as it comes. */
const readException = (
  union: StructureSchema,
  type: string,
  message: Message,
  { path, defaults }: Position,
): Error => {
  const member = union.members.find(({ name }) => name === type);
  const schema = member && resolve(member.target);
  if (!schema || !isErrorSchema(schema)) return errorOf(type, parseJson(message.body, false));
  const members = readDocument(schema, schema.members, message, {
    path: [...path, type],
    defaults,
  });
  const text = schema.members.find(({ name }) => name.toLowerCase() === "message");
  return errorOf(schema.name, {
    ...members,
    ...(text && { message: getOwn(members, text.name) ?? "" }),
    $fault: schema.fault,
  });
};

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
  // What opens the stream in other protocols may come here as well, and says nothing.
  if (type === "initial-request") return undefined;
  // Members of such a union are structures, and errors are no events.
  const known = union.members.filter(({ target }) => !isErrorSchema(resolve(target)));
  const member = known.find(({ name }) => name === type);
  if (!member) {
    const names = known.map(({ name }) => `'${name}'`).join(", ");
    throw malformed(path, `an event that is one of ${names}, found '${type}'`);
  }
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
  if (body.kind === "document") return readDocument(schema, body.members, message, at);
  const bigNumbers = holdsBigNumbers(schema);
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

const readDocument = (
  schema: StructureSchema,
  members: readonly FieldSchema[],
  message: Message,
  at: Position,
): object => {
  const json = parseJson(message.body, holdsBigNumbers(schema)) ?? {};
  if (!isProperties(json)) throw malformed(at.path, "a JSON object");
  return readFields(members.map(compileField), json, at);
};
