import type { HttpResponse } from "@smithy/types";

/** Custom handlers may leave header names as received; readers look for lower case. */
export const lowerCaseHeaders = (response: unknown): HttpResponse => {
  const { headers } = response as HttpResponse;
  for (const name in headers) {
    const lower = name.toLowerCase();
    if (lower !== name) {
      headers[lower] ??= headers[name]!;
      delete headers[name];
    }
  }
  return response as HttpResponse;
};
