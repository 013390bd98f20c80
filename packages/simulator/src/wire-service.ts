import { operations } from "@wickr-admin/mock/operations";
import {
  type OperationSchema,
  type ServerRequest,
  type ServerResponse,
  createService,
} from "@wickr-admin/runtime/server";
import { type UnpublishedMembers, withUnpublished } from "./behavior/unpublished-members.js";
import { VerbatimError } from "./errors.js";
import type { OperationName } from "./operations/operation.js";

/** Does what an operation does. */
type Act = (operation: OperationName, input: object, request: ServerRequest) => object | undefined;

/** The service at the wire. Nothing in it has to be waited for, and not waiting is what makes it fast. */
export interface WireService {
  /** Answers a request. */
  readonly answer: (request: ServerRequest) => ServerResponse;
  /** Which operation a request is for. */
  readonly operationOf: (method: string, url: string) => OperationName | undefined;
}

/** Serves all operations at the wire. */
export const createWireService = (unpublished: UnpublishedMembers, act: Act): WireService => {
  let verbatim: VerbatimError | undefined;
  const service = createService<ServerRequest, object | undefined>(
    withUnpublished(Object.values<OperationSchema>(operations), unpublished),
    ({ operation, input }, request) => {
      try {
        return act(operation.name as OperationName, input, request);
      } catch (error) {
        if (error instanceof VerbatimError) verbatim = error;
        throw error;
      }
    },
  );
  return {
    answer: (request) => {
      verbatim = undefined;
      const joined = joinSortFields(request);
      const response = service.answer(joined, joined);
      return verbatim ? replace(response, verbatim) : response;
    },
    operationOf: (method, url) =>
      service.operationOf(method, url)?.name as OperationName | undefined,
  };
};

/** Puts an answer in the place of what the protocol made of it. */
const replace = (
  { headers }: ServerResponse,
  { status, contentType, errorType, body }: VerbatimError,
): ServerResponse => {
  const { "x-amzn-errortype": _, ...others } = headers;
  const named = errorType === undefined ? {} : { "x-amzn-errortype": errorType };
  return { status, headers: { ...others, "content-type": contentType, ...named }, body };
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
