import { calculateBodyLength } from "@smithy/core/serde";
import { HttpRequest } from "@smithy/core/transport";
import type { BuildMiddleware, MetadataBearer } from "@smithy/types";

/** Tells how long the body is, where that can be known. */
export const contentLengthMiddleware: BuildMiddleware<object, MetadataBearer> =
  (next) => (args) => {
    const { request } = args;
    if (HttpRequest.isInstance(request)) {
      const { body, headers } = request;
      if (body && headers["content-length"] === undefined) {
        const length = lengthOf(body);
        if (length !== undefined) headers["content-length"] = String(length);
      }
    }
    return next(args);
  };

const lengthOf = (body: unknown): number | undefined => {
  try {
    return calculateBodyLength(body);
  } catch {
    // A stream tells its length only at its end.
    return undefined;
  }
};
