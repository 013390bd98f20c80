import type { PrepareRequest } from "../operation.js";
import type { OutgoingEvent } from "./event-message.js";

/** Events that a request sends, not encoded yet. */
export interface OutgoingEvents {
  readonly events: AsyncIterable<unknown>;
  readonly write: (event: never) => OutgoingEvent;
}

/** The body of a request that sends events. */
export function writeEvents<Event>(
  events: AsyncIterable<Event> | undefined,
  write: (event: Event) => OutgoingEvent,
): OutgoingEvents | undefined {
  return events == null ? undefined : { events, write };
}

/** Makes a stream of bytes of the events; they are taken when the connection takes them. */
export const encodeEvents: PrepareRequest = async (request) => {
  if (request.body === undefined) {
    return;
  }
  const { encodeStream } = await import("./event-codec.js");
  request.body = encodeStream(request.body as OutgoingEvents);
};
