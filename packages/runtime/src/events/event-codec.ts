import { EventStreamMarshaller, Int64, readableStreamToIterable } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, Message, MessageHeaders } from "@smithy/types";
import type { ErrorReader } from "../operation.js";
import {
  eventJson,
  type EventReaders,
  type OutgoingEvent,
  type OutgoingEvents,
} from "./event-message.js";

const marshaller = /* @__PURE__ */ new EventStreamMarshaller({
  utf8Encoder: toUtf8,
  utf8Decoder: fromUtf8,
} as never);

/** The events in a body. */
export function decodeEvents<Event>(
  body: unknown,
  readers: EventReaders<Event>,
  errors: Readonly<Record<string, ErrorReader>>,
  response: HttpResponse,
): AsyncIterable<Event> {
  const read = async (named: Record<string, Message>): Promise<object> => {
    const [name = "", message] = Object.entries(named)[0] ?? [];
    if (message !== undefined && Object.hasOwn(errors, name)) {
      return { [name]: errors[name]!(eventJson(message), response) };
    }
    if (message !== undefined && Object.hasOwn(readers, name)) {
      return readers[name]!(message) as object;
    }
    return { $unknown: named };
  };
  return marshaller.deserialize(chunksOf(body) as never, read as never) as AsyncIterable<Event>;
}

/** Chunks of bytes, whatever the body is on this platform. */
function chunksOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body != null && typeof body === "object" && Symbol.asyncIterator in body) {
    return body as AsyncIterable<Uint8Array>;
  }
  if (typeof ReadableStream === "function" && body instanceof ReadableStream) {
    return readableStreamToIterable(body);
  }
  const bytes = typeof body === "string" ? fromUtf8(body) : (body as Uint8Array | undefined);
  return (async function* () {
    if (bytes !== undefined && bytes.length > 0) yield bytes;
  })();
}

/** The bytes of the events, and of the empty message that ends them. */
export function encodeStream({ events, write }: OutgoingEvents): unknown {
  return marshaller.serialize(events as AsyncIterable<never>, (event: never) =>
    messageOf(write(event)),
  );
}

function messageOf({ name, isException, headers, contentType, body }: OutgoingEvent): Message {
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
}
