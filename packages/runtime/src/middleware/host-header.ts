import { HttpRequest } from "@smithy/core/transport";
import type { BuildMiddleware, MetadataBearer } from "@smithy/types";
import type { ClientParts } from "./client-parts.js";

/** Names the host in a header, which is signed. HTTP/2 has another name for it. */
export const hostHeaderMiddleware =
  ({ config }: ClientParts): BuildMiddleware<object, MetadataBearer> =>
  (next) =>
  (args) => {
    const { request } = args;
    if (HttpRequest.isInstance(request)) {
      const { headers, hostname, port } = request;
      const host = port === undefined ? hostname : `${hostname}:${port}`;
      if (config.requestHandler.metadata?.handlerProtocol.includes("h2")) {
        delete headers["host"];
        headers[":authority"] ??= host;
      } else {
        headers["host"] ??= host;
      }
    }
    return next(args);
  };
