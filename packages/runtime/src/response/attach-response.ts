import type { HttpResponse } from "@smithy/types";
import { readMetadata } from "./read-metadata.js";

const HINT =
  "Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.";

interface ResponseError extends Error {
  $metadata?: object;
  readonly $responseBodyText?: string;
}

/** Adds to an error the response it comes from, hidden from enumeration and so from logs. */
export const attachResponse = (thrown: unknown, response: HttpResponse): unknown => {
  if (!(thrown instanceof Error)) return thrown;

  const error: ResponseError = thrown;
  Object.defineProperty(error, "$response", {
    value: response,
    enumerable: false,
    writable: false,
    configurable: false,
  });
  if (error.$metadata === undefined) {
    // Not an exception of the service: its answer could not be read.
    error.message += `\n  ${HINT}`;
    error.$metadata = readMetadata(response);
    if (error.$responseBodyText !== undefined) response.body = error.$responseBodyText;
  }
  return error;
};
