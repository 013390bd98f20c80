import { membersOfError } from "./error-members.js";
import { BROKEN, type ServerResponse } from "./http.js";
import { RequestProblem } from "./problem.js";
import { getOwn, isProperties } from "./properties.js";
import type { ErrorSchema } from "./schema.js";
import { writeMessage } from "./write-response.js";

/**
 * What a handler may throw: an exception of the client, or anything with a name and members.
 * Errors with a system `code` such as `ECONNRESET` stand for a connection that breaks.
 */
export interface ErrorLike {
  readonly name?: string;
  readonly message?: string;
  readonly $fault?: "client" | "server";
  readonly $metadata?: { readonly httpStatusCode?: number | undefined };
}

/**
 * Encodes an error as the service does: status, `x-amzn-errortype`, and a JSON body with its members.
 *
 * @param errors - The errors that the operation can answer with. Others are encoded from what they say of
 *   themselves: the status in `$metadata`, else 400 or 500 by `$fault`. What is no service error at all
 *   is an `InternalFailure` with status 500, as when a service fails within.
 */
export const writeError = (errors: readonly ErrorSchema[], error: unknown): ServerResponse => {
  if (!isProperties(error)) return problemResponse(500, "InternalFailure", String(error));
  if (error instanceof RequestProblem)
    return problemResponse(error.status, error.name, error.message);
  if (breaksConnection(error)) return BROKEN;
  const name = typeof error["name"] === "string" ? error["name"] : "Error";
  const schema = errors.find((each) => each.name === name || each.className === name);
  if (schema) return modeledResponse(schema, error);
  return generalResponse(name, error);
};

const SYSTEM_CODE = /^(E[A-Z]{4,}|UND_ERR_[A-Z_]+)$/;

const breaksConnection = (error: object): boolean => {
  const code = getOwn(error, "code");
  return typeof code === "string" && SYSTEM_CODE.test(code);
};

const modeledResponse = (schema: ErrorSchema, error: object): ServerResponse => {
  const response = writeMessage(schema, schema.status, membersOfError(schema, error));
  return { ...response, headers: { ...response.headers, "x-amzn-errortype": schema.name } };
};

/** Names of JavaScript's own errors, which mean that a handler failed. */
const INTERNAL =
  /^(Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|AggregateError)$/;

const generalResponse = (name: string, error: object): ServerResponse => {
  const { $fault, $metadata, message = "" } = error as ErrorLike;
  const status = $metadata?.httpStatusCode ?? ($fault === "client" ? 400 : 500);
  if (INTERNAL.test(name)) return problemResponse(status, "InternalFailure", message);
  const members = Object.entries(error).filter(
    ([key, value]) => !key.startsWith("$") && !HIDDEN.has(key) && typeof value !== "function",
  );
  const body = Object.fromEntries([
    ...members,
    ...(message === "" ? [] : [["message", message]]),
  ]) as object;
  return errorResponse(status, name, body);
};

const HIDDEN: ReadonlySet<string> = /* @__PURE__ */ new Set(["name", "stack", "cause"]);

const problemResponse = (status: number, name: string, message: string): ServerResponse =>
  errorResponse(status, name, { message });

/** An error answer in the form of the protocol. */
export const errorResponse = (
  status: number,
  name: string,
  members: object,
  headers: ServerResponse["headers"] = {},
): ServerResponse => ({
  status,
  headers: { "content-type": "application/json", "x-amzn-errortype": name, ...headers },
  body: JSON.stringify(members),
});
