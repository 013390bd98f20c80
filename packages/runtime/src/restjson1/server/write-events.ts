import type { MessageHeaders } from "@smithy/types";
import { holdsBigNumbers, stringifyBigJson } from "./big-json.js";
import { type BodyKind, eventBodyOf, mediaTypeOf } from "./body-kind.js";
import { isErrorSchema, membersOfError } from "./error-members.js";
import { eventCodec } from "./event-codec.js";
import { writeEventHeader } from "./event-header.js";
import type { Path } from "./problem.js";
import { type Properties, getOwn, isProperties, setOwn } from "./properties.js";
import { defaultOf } from "./read-json.js";
import { resolve } from "./resolve.js";
import type { ErrorSchema, FieldSchema, StructureSchema } from "./schema.js";
import { toUtf8 } from "./utf8.js";
import { compileWrittenField, jsonWriterOf, mistake, writeFields } from "./write-json.js";

/**
 * Writes events as a stream, a message a chunk, each event when it is asked for. What is thrown on the
 * way becomes the last message: an exception if the union has it, else an error.
 *
 * @param events - Values of the union, in anything that `for await` takes.
 */
export const writeEvents = (
  union: StructureSchema,
  events: unknown,
  path: Path,
): ReadableStream<Uint8Array> => {
  if (!isIterable(events)) throw mistake(path, "an iterable of events");
  const messages = writeMessages(union, events, path);
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await messages.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Not waited for: the next event may never come.
      cancel: () => void messages.return(undefined),
    },
    // No event is taken before somebody reads.
    { highWaterMark: 0 },
  );
};

const isIterable = (value: unknown): value is AsyncIterable<unknown> | Iterable<unknown> =>
  typeof value === "object" &&
  value !== null &&
  (Symbol.asyncIterator in value || Symbol.iterator in value);

const writeMessages = async function* (
  union: StructureSchema,
  events: AsyncIterable<unknown> | Iterable<unknown>,
  path: Path,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    let index = 0;
    for await (const event of events) yield writeMessage(union, event, [...path, index++]);
  } catch (error) {
    yield writeFailure(union, error, path);
  }
  return undefined;
};

const writeMessage = (union: StructureSchema, value: unknown, path: Path): Uint8Array => {
  if (!isProperties(value)) throw mistake(path, "an object");
  const member = union.members.find(({ name }) => getOwn(value, name) != null);
  if (!member) return writeUnknown(value, path);
  const item = getOwn(value, member.name);
  const at = [...path, member.name];
  if (!isProperties(item)) throw mistake(at, "an object");
  const schema = resolve(member.target);
  return isErrorSchema(schema)
    ? writeException(member, schema, item, at)
    : // All else in such a union is a structure.
      writeEvent(member, schema as StructureSchema, item, at);
};

/** What a newer service may send: an event that the model does not know. */
const writeUnknown = (value: Properties, path: Path): Uint8Array => {
  const unknown = getOwn(value, "$unknown");
  if (!Array.isArray(unknown)) throw mistake(path, "one member of the union");
  const [name, content] = unknown as unknown[];
  const headers = {
    ":message-type": "event",
    ":event-type": String(name),
    ":content-type": "application/json",
  };
  return encode(texts(headers), JSON.stringify(content ?? {}));
};

const writeEvent = (
  { name }: FieldSchema,
  schema: StructureSchema,
  value: Properties,
  path: Path,
): Uint8Array => {
  const kind = eventBodyOf(schema);
  const body = writeBody(kind, schema, value, path);
  const mediaType = body === undefined ? undefined : mediaTypeOf(kind);
  const headers = texts({
    ":message-type": "event",
    ":event-type": name,
    ...(mediaType !== undefined && { ":content-type": mediaType }),
  });
  for (const member of schema.members) {
    if (member.in !== "eventHeader") continue;
    const at = [...path, member.name];
    const item = getOwn(value, member.name) ?? defaultOf(member, { path: at, defaults: true });
    if (item != null) setOwn(headers, member.name, writeEventHeader(member, item, at));
  }
  return encode(headers, body);
};

const writeBody = (
  body: BodyKind,
  schema: StructureSchema,
  value: Properties,
  path: Path,
): string | Uint8Array | undefined => {
  if (body.kind === "none" || body.kind === "events") return undefined;
  if (body.kind === "document") return writeDocument(schema, body.members, value, path);
  const at = [...path, body.member.name];
  const payload = getOwn(value, body.member.name);
  if (payload == null) return undefined;
  if (body.kind === "json") return stringify(schema, jsonWriterOf(body.member)(payload, at));
  if (typeof payload === "string" || payload instanceof Uint8Array) return payload;
  throw mistake(at, body.kind === "text" ? "a string" : "a Uint8Array");
};

const writeException = (
  { name }: FieldSchema,
  schema: ErrorSchema,
  error: Properties,
  path: Path,
): Uint8Array => {
  const headers = {
    ":message-type": "exception",
    ":exception-type": name,
    ":content-type": "application/json",
  };
  const members = membersOfError(schema, error);
  return encode(texts(headers), writeDocument(schema, schema.members, members, path));
};

const writeFailure = (union: StructureSchema, error: unknown, path: Path): Uint8Array => {
  const thrown: Properties = isProperties(error) ? error : { message: String(error) };
  const { name = "Error", message = "" } = thrown;
  for (const member of union.members) {
    const schema = resolve(member.target);
    if (isErrorSchema(schema) && (schema.name === name || schema.className === name))
      return writeException(member, schema, thrown, [...path, member.name]);
  }
  const headers = {
    ":message-type": "error",
    ":error-code": String(name),
    ":error-message": String(message),
  };
  return encode(texts(headers));
};

const writeDocument = (
  schema: StructureSchema,
  members: readonly FieldSchema[],
  value: object,
  path: Path,
): string => stringify(schema, writeFields(members.map(compileWrittenField), value, path));

const stringify = (schema: StructureSchema, json: unknown): string =>
  holdsBigNumbers(schema) ? stringifyBigJson(json) : JSON.stringify(json);

const texts = (headers: Record<string, string>): MessageHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, { type: "string", value }]),
  );

const encode = (headers: MessageHeaders, body: string | Uint8Array = ""): Uint8Array =>
  eventCodec.encode({ headers, body: typeof body === "string" ? toUtf8(body) : body });
