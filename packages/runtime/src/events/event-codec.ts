import {
  EventStreamCodec,
  EventStreamMarshaller,
  getChunkedStream,
  Int64,
  MessageDecoderStream,
  readableStreamToIterable,
} from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, Message, MessageHeaders } from "@smithy/types";
import type { ErrorReader } from "../operation.js";
import {
  eventJson,
  type EventReaders,
  type OutgoingEvent,
  type OutgoingEvents,
} from "./event-message.js";
import { EventStreamError } from "./event-stream-error.js";

const codec = /* @__PURE__ */ new EventStreamCodec(toUtf8, fromUtf8);

/** Makes of messages the kind of stream that the platform's HTTP handler sends. */
const marshaller = /* @__PURE__ */ new EventStreamMarshaller({
  utf8Encoder: toUtf8,
  utf8Decoder: fromUtf8,
} as never);

/** The events in a body. */
export const decodeEvents = async function* <Event>(
  body: unknown,
  readers: EventReaders<Event>,
  errors: Readonly<Record<string, ErrorReader>>,
  response: HttpResponse,
): AsyncGenerator<Event> {
  const inputStream = getChunkedStream(chunksOf(body) as never);
  for await (const message of new MessageDecoderStream({ inputStream, decoder: codec })) {
    const type = textHeader(message, ":message-type");
    switch (type) {
      case "event": {
        const name = textHeader(message, ":event-type");
        // A newer service may say more than this client knows.
        if (Object.hasOwn(readers, name)) yield readers[name]!(message);
        break;
      }
      case "exception":
        throw exceptionOf(textHeader(message, ":exception-type"), message, errors, response);
      case "error":
        throw named(textHeader(message, ":error-code"), message.headers[":error-message"]?.value);
      default:
        throw new EventStreamError(
          "'event', 'exception' or 'error' in the header ':message-type'",
          `'${type}'`,
        );
    }
  }
};

/** A header that says what a message is. */
const textHeader = ({ headers }: Message, name: string): string => {
  const header = headers[name];
  if (header?.type === "string") return header.value;
  const found = header === undefined ? "nothing" : `a header of type ${header.type}`;
  throw new EventStreamError(`a text in the header '${name}'`, found);
};

const exceptionOf = (
  name: string,
  message: Message,
  errors: Readonly<Record<string, ErrorReader>>,
  response: HttpResponse,
): Error =>
  Object.hasOwn(errors, name)
    ? errors[name]!(eventJson(message), response)
    : named(name, toUtf8(message.body));

/** An error that the model does not have. */
const named = (name: string, message: unknown): Error => {
  const error = new Error(String(message || "UnknownError"));
  error.name = name;
  return error;
};

/** Chunks of bytes, whatever the body is on this platform. */
const chunksOf = (body: unknown): AsyncIterable<Uint8Array> => {
  if (body != null && typeof body === "object" && Symbol.asyncIterator in body)
    return body as AsyncIterable<Uint8Array>;

  if (typeof ReadableStream === "function" && body instanceof ReadableStream)
    return readableStreamToIterable(body);

  const bytes = typeof body === "string" ? fromUtf8(body) : (body as Uint8Array | undefined);
  return (async function* () {
    if (bytes !== undefined && bytes.length > 0) yield bytes;
  })();
};

/** The bytes of the events, and of the empty message that ends them. */
export const encodeStream = ({ events, write }: OutgoingEvents): unknown =>
  marshaller.serialize(events as AsyncIterable<never>, (event: never) => messageOf(write(event)));

const messageOf = ({ name, isException, headers, contentType, body }: OutgoingEvent): Message => {
  const all: MessageHeaders = {
    ":message-type": { type: "string", value: isException ? "exception" : "event" },
    [isException ? ":exception-type" : ":event-type"]: { type: "string", value: name },
    ...(contentType !== undefined && { ":content-type": { type: "string", value: contentType } }),
  };
  for (const [key, header] of Object.entries(headers)) {
    if (header === undefined) continue;
    all[key] = (
      header.type === "long"
        ? { type: "long", value: Int64.fromNumber(header.value as number) }
        : header
    ) as never;
  }
  return {
    headers: all,
    body: typeof body === "string" ? fromUtf8(body) : (body ?? new Uint8Array()),
  };
};
