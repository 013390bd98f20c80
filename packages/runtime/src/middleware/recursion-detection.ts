import { HttpRequest } from "@smithy/core/transport";
import type { BuildMiddleware, HttpRequest as Request, MetadataBearer } from "@smithy/types";

/** Passes the trace id of the request being served on, so that loops between services show. */
export const recursionDetectionMiddleware =
  (traceRequest: (request: Request) => void): BuildMiddleware<object, MetadataBearer> =>
  (next) =>
  (args) => {
    if (HttpRequest.isInstance(args.request)) traceRequest(args.request);

    return next(args);
  };
