import type { HttpResponse } from "@smithy/types";
import { EventStreamError } from "./event-stream-error.js";

/**
 * A header that the response before the events must have. Nothing takes its place: it says what the
 * events are about.
 */
export const initialHeader = ({ headers }: Pick<HttpResponse, "headers">, name: string): string => {
  const value = headers[name];
  if (value === undefined) {
    throw new EventStreamError(
      `the header '${name}' in the initial response of the stream`,
      "nothing",
    );
  }
  return value;
};
