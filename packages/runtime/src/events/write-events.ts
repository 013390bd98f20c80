import type { PrepareRequest } from "../operation.js";
import type { OutgoingEvent, OutgoingEvents } from "./event-message.js";

/** The body of a request that sends events; without any it is a stream that ends at once. */
export const writeEvents = <Event>(
  events: AsyncIterable<Event> | undefined,
  write: (event: Event) => OutgoingEvent,
): OutgoingEvents => ({ events: events ?? noEvents(), write });

const noEvents = async function* (): AsyncGenerator<never> {};

/** Makes a stream of bytes of the events; they are taken when the connection takes them. */
export const encodeEvents: PrepareRequest = async (request) => {
  const { encodeStream } = await import("./event-codec.js");
  request.body = encodeStream(request.body as OutgoingEvents);
};
