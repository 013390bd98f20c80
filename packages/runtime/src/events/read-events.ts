import type { HttpResponse } from "@smithy/types";
import type { ErrorReader } from "../operation.js";
import type { EventReaders } from "./event-message.js";

/**
 * The events of a response, as they come. Events that the readers do not know are left out. An exception
 * in the stream is thrown where the loop stands, and so is a message that does not say what it is.
 */
export const readEvents = <Event>(
  body: unknown,
  readers: EventReaders<Event>,
  errors: Readonly<Record<string, ErrorReader>>,
  response: HttpResponse,
): AsyncIterable<Event> => ({
  async *[Symbol.asyncIterator]() {
    const { decodeEvents } = await import("./event-codec.js");
    yield* decodeEvents(body, readers, errors, response);
  },
});
