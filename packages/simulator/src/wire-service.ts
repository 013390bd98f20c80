import { operations } from "@wickr-admin/mock/operations";
import {
  type ServerRequest,
  type ServerResponse,
  createService,
} from "@wickr-admin/runtime/server";
import type { OperationName } from "./operations/operation.js";

/** Does what an operation does. */
type Act = (operation: OperationName, input: object) => object | undefined;

/** The service at the wire. Nothing in it has to be waited for, and not waiting is what makes it fast. */
export interface WireService {
  /** Answers a request. */
  readonly answer: (request: ServerRequest) => ServerResponse;
  /** Which operation a request is for. */
  readonly operationOf: (method: string, url: string) => OperationName | undefined;
}

/** Serves all operations at the wire. */
export const createWireService = (act: Act): WireService => {
  const service = createService<void, object | undefined>(
    Object.values(operations),
    ({ operation, input }) => act(operation.name as OperationName, input),
  );
  return {
    answer: (request) => service.answer(joinSortFields(request)),
    operationOf: (method, url) =>
      service.operationOf(method, url)?.name as OperationName | undefined,
  };
};

/** A `+` between sort fields that the caller left as it is would be read as a space. */
const joinSortFields = (request: ServerRequest): ServerRequest =>
  request.url.includes("sortFields=")
    ? {
        ...request,
        url: request.url.replace(
          /(\?(?:.*?&)?sortFields=)([^&]*)/,
          (_, before: string, value: string) => before + value.replaceAll(/\+|%20/g, "%2B"),
        ),
      }
    : request;
