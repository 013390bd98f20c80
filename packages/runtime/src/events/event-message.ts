import type { MessageHeaders } from "@smithy/types";
import { toUtf8 } from "@smithy/core/serde";
import type { JsonObject } from "../operation.js";
import { EventStreamError } from "./event-stream-error.js";

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
export const eventHeader = (
  type: EventHeader["type"],
  value: EventHeader["value"] | null | undefined,
): EventHeader | undefined => (value == null ? undefined : { type, value });

/** Sets a member to the value of a header; where the event lacks it, to what stands in for it, if anything does. */
export const readEventHeader = (
  target: JsonObject,
  name: string,
  message: EventMessage,
  standIn?: unknown,
): void => {
  const header = Object.hasOwn(message.headers, name) ? message.headers[name] : undefined;
  // Longs come as objects of their own.
  const value = header?.type === "long" ? Number(header.value) : (header?.value ?? standIn);
  if (value !== undefined) target[name] = value;
};

/** The JSON object in an event's body; an empty one where there is no body. */
export const eventJson = ({ body }: EventMessage): JsonObject => {
  if (body.length === 0) return {};

  const json = parse(body);
  if (typeof json !== "object" || json === null || Array.isArray(json))
    throw new EventStreamError("a JSON object as the body of the event", kindOf(json));

  return json;
};

/** What a value is, in words. */
const kindOf = (json: unknown): string => {
  if (json === undefined) return "what is no JSON";
  if (json === null) return "null";
  return Array.isArray(json) ? "an array" : `a ${typeof json}`;
};

/** What the JSON says; undefined where it is none. The text itself may be secret, and so is quoted nowhere. */
const parse = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(toUtf8(body));
  } catch {
    return undefined;
  }
};

/** The text in an event's body. */
export const eventText = ({ body }: EventMessage): string => toUtf8(body);
