import { Readable } from "node:stream";
import { dataShapeOf, hasTrait, structureOf, type Model, type ShapeId } from "@wickr-admin/codegen";
import { EventStreamCodec, Int64 } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { Message, MessageHeaders } from "@smithy/types";
import { plain } from "./plain.js";

/** The members of an input or output that stream events. */
export const eventMembers = (model: Model, id: ShapeId): string[] => {
  if (id === "smithy.api#Unit") return [];
  return [...structureOf(model, id).members.values()]
    .filter(({ target }) => target !== "smithy.api#Unit")
    .filter(({ target }) => {
      const shape = dataShapeOf(model, target);
      return shape.type === "union" && hasTrait(shape, "streaming");
    })
    .map(({ name }) => name);
};

/** The value with its lists of events as streams. */
export const withStreams = (model: Model, id: ShapeId, value: object): object => {
  const streams = eventMembers(model, id).map((name) => {
    const events = (value as Record<string, unknown[]>)[name];
    return [name, events && iterate(events)] as const;
  });
  return { ...value, ...Object.fromEntries(streams.filter(([, stream]) => stream !== undefined)) };
};

/** The value with its streams of events as lists, read to their end. */
export const withoutStreams = async (model: Model, id: ShapeId, value: object): Promise<object> => {
  const result: Record<string, unknown> = { ...value };
  for (const name of eventMembers(model, id)) {
    const events: unknown[] = [];
    for await (const event of (result[name] ?? []) as AsyncIterable<unknown>) events.push(event);
    result[name] = events;
  }
  return result;
};

const iterate = async function* (events: readonly unknown[]): AsyncGenerator<unknown> {
  yield* events;
};

/** The bytes of a body, which may still be on their way. */
export const bytesOf = async (body: unknown): Promise<Uint8Array> => {
  if (body instanceof Readable) return Buffer.concat(await body.toArray());
  if (body instanceof ReadableStream) return new Uint8Array(await new Response(body).arrayBuffer());
  if (typeof body === "string") return fromUtf8(body);
  return (body ?? new Uint8Array()) as Uint8Array;
};

const codec = new EventStreamCodec(toUtf8, fromUtf8);

/** The bytes of a message. Longs may be given as numbers. */
export const encodeMessage = (headers: MessageHeaders, body: Uint8Array): Uint8Array => {
  const all = Object.entries(headers).map(([name, header]) => [
    name,
    header.type === "long" ? { ...header, value: Int64.fromNumber(Number(header.value)) } : header,
  ]);
  return codec.encode({ headers: Object.fromEntries(all) as MessageHeaders, body });
};

/** The messages in a body, without the ones around them that carry signatures. */
export const decodeMessages = (bytes: Uint8Array): Message[] => {
  const messages: Message[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0, length = 0; at < bytes.length; at += length) {
    length = view.getUint32(at);
    const message = codec.decode(bytes.subarray(at, at + length));
    if (":chunk-signature" in message.headers) messages.push(...decodeMessages(message.body));
    else messages.push(message);
  }
  return messages;
};

/** The messages in a body as plain values, to be compared. */
export const messagesIn = (bytes: Uint8Array): unknown[] =>
  decodeMessages(bytes).map(({ headers, body }) => ({
    headers: plain(headers),
    body: bodyOf(body),
  }));

/** JSON as a value, since the order of its members is of no meaning. */
const bodyOf = (body: Uint8Array): unknown => {
  const text = toUtf8(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
