import { HttpRequest, isValidHostname } from "@smithy/core/transport";
import type { MetadataBearer, SerializeMiddleware } from "@smithy/types";
import { operationOf } from "../client/execution-context.js";
import type { ClientParts } from "./client-parts.js";

/** Turns the input into a request to the client's endpoint. */
export const serializerMiddleware =
  ({ config, endpoint: provider }: ClientParts): SerializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const operation = operationOf(context);
    return async (args) => {
      const known = provider(operation, args.input);
      const endpoint = known instanceof Promise ? await known : known;
      const { method, path, query, headers, body, hostPrefix } = operation.write(args.input);
      let { hostname } = endpoint;
      if (hostPrefix !== undefined && !config.disableHostPrefix) {
        hostname = hostPrefix + hostname;
        if (!isValidHostname(hostname)) throw new Error(`[${hostname}] is not a valid hostname.`);
      }
      const request = new HttpRequest({
        method,
        protocol: endpoint.protocol,
        hostname,
        ...(endpoint.port !== undefined && { port: endpoint.port }),
        path: endpoint.basePath + path,
        query: query ?? {},
        headers: { ...endpoint.headers, ...headers },
        body,
      });
      if (operation.prepare !== undefined) await operation.prepare(request, config);

      return next({ ...args, request });
    };
  };
