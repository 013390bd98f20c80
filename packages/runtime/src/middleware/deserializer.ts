import type { DeserializeMiddleware, HttpRequest, MetadataBearer } from "@smithy/types";
import { operationOf } from "../client/execution-context.js";
import { lowerCaseHeaders } from "../response/lower-case-headers.js";
import { readError } from "../restjson1/client/read-error.js";
import { readMetadata } from "../response/read-metadata.js";
import { readPayload } from "../restjson1/client/read-payload.js";
import { attachResponse } from "../response/attach-response.js";
import type { ClientParts } from "./client-parts.js";

/** Turns the response into the output, or into the exception it stands for. */
export const deserializerMiddleware =
  ({ service, config }: ClientParts): DeserializeMiddleware<object, MetadataBearer> =>
  (next, context) => {
    const operation = operationOf(context);
    return async (args) => {
      const { response: received } = await next(args);
      const response = lowerCaseHeaders(received);
      try {
        if (response.statusCode >= 300)
          throw await readError(service, operation, response, config.streamCollector);

        if (operation.verify !== undefined)
          await operation.verify(args.request as HttpRequest, response);

        const body = await readPayload(
          operation.payload ?? "json",
          response,
          config.streamCollector,
          operation.parse,
        );
        const output = operation.read(body, response) as MetadataBearer;
        output.$metadata = readMetadata(response);
        return { response, output };
      } catch (error) {
        throw attachResponse(error, response);
      }
    };
  };
