import type { MessageHeaders } from "@smithy/types";
import { toUtf8 } from "@smithy/core/serde";
import type { JsonObject } from "../operation.js";

/** An event as it comes: headers with types, and bytes. */
export interface EventMessage {
  readonly headers: MessageHeaders;
  readonly body: Uint8Array;
}

/** What turns an event into a member of its union, by the event's name. */
export type EventReaders<Event> = Readonly<Record<string, (message: EventMessage) => Event>>;

/** An event on its way out. */
export interface OutgoingEvent {
  /** The union's member. */
  readonly name: string;
  /** Whether the member stands for an error. */
  readonly isException?: boolean;
  readonly headers: Readonly<Record<string, EventHeader | undefined>>;
  /** What the body is; absent where there is none. */
  readonly contentType?: string;
  readonly body?: string | Uint8Array | undefined;
}

/** Events that a request sends, not encoded yet. */
export interface OutgoingEvents {
  readonly events: AsyncIterable<unknown>;
  readonly write: (event: never) => OutgoingEvent;
}

/** The value of an event's header, with its type on the wire. */
export interface EventHeader {
  readonly type:
    | "boolean"
    | "byte"
    | "short"
    | "integer"
    | "long"
    | "binary"
    | "string"
    | "timestamp";
  readonly value: boolean | number | string | Uint8Array | Date;
}

/** A header, unless there is no value for it. */
export function eventHeader(
  type: EventHeader["type"],
  value: EventHeader["value"] | null | undefined,
): EventHeader | undefined {
  return value == null ? undefined : { type, value };
}

/** Sets a member to the value of a header, if the event has it. */
export function readEventHeader(target: JsonObject, name: string, message: EventMessage): void {
  const header = Object.hasOwn(message.headers, name) ? message.headers[name] : undefined;
  if (header === undefined) {
    return;
  }
  // Longs come as objects of their own.
  target[name] = header.type === "long" ? Number(header.value) : header.value;
}

/** The JSON in an event's body; an empty object where there is none. */
export function eventJson({ body }: EventMessage): JsonObject {
  return body.length === 0 ? {} : JSON.parse(toUtf8(body));
}

/** The text in an event's body. */
export function eventText({ body }: EventMessage): string {
  return toUtf8(body);
}
