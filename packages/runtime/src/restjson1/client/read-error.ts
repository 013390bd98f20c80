import { hasOwn } from "@smithy/core/transport";
import type { HttpResponse, StreamCollector } from "@smithy/types";
import type { AnyOperation } from "../../client/execution-context.js";
import type { Service } from "../../client/service.js";
import type { ServiceException } from "../../errors.js";
import type { ErrorReader, JsonObject } from "../../operation.js";
import { readMetadata } from "../../response/read-metadata.js";
import { collectText } from "./read-payload.js";

/** The exception that an error response stands for. */
export const readError = async (
  service: Service,
  operation: AnyOperation,
  response: HttpResponse,
  collect: StreamCollector,
): Promise<ServiceException> => {
  const text = await collectText(response.body, collect);
  const json = parseObject(text, operation.parse ?? JSON.parse);
  const body = json ?? {};
  const name = errorName(response, body);
  const $metadata = readMetadata(response);
  let exception: ServiceException | undefined;
  try {
    exception = readerOf(operation, name, response.statusCode)?.(body, response);
  } catch {
    // Its members are not what the model says: better the service's words than a TypeError.
  }
  exception ??= new service.exception({
    name: name ?? "Unknown",
    $fault: response.statusCode < 500 ? "client" : "server",
    $metadata,
  });
  exception.$metadata = $metadata;
  if (json === undefined) {
    // Something between the service and us answered.
    exception.message ||= `The response has status ${response.statusCode} and is not JSON.`;
    Object.defineProperty(exception, "$responseBodyText", { value: text });
  }
  return addDetails(exception as never, body);
};

/** Puts what the body has besides on the exception, and sees to it that there is a message, a text. */
const addDetails = <E extends Error & Record<string, unknown>>(
  exception: E,
  body: JsonObject,
): E => {
  const details: Record<string, unknown> = exception;
  for (const name of Object.keys(body))
    if (details[name] == null || details[name] === "") details[name] = body[name];

  details["message"] =
    [details["message"], details["Message"]].find((text) => text && typeof text === "string") ??
    "UnknownError";
  delete details["Message"];
  return exception;
};

/** A name in the answer decides, also one that the model does not have; without one the status does. */
const readerOf = (
  { errors, errorsByStatus }: AnyOperation,
  name: string | undefined,
  status: number,
): ErrorReader | undefined => {
  if (name === undefined) return errorsByStatus?.[status];

  return hasOwn(errors, name) ? errors[name] : undefined;
};

/** Of header, code and type the first that names something: text or a number, perhaps with more around it. */
const errorName = ({ headers }: HttpResponse, body: JsonObject): string | undefined => {
  const code = Object.keys(body).find((key) => key.toLowerCase() === "code");
  return [headers["x-amzn-errortype"], body[code ?? "code"], body["__type"]]
    .map((given: unknown) =>
      // `com.example#NotFound:http://example.com/docs` is `NotFound`.
      typeof given === "string" || typeof given === "number"
        ? String(given).split(/[,:]/, 1)[0]?.split("#").pop()
        : undefined,
    )
    .find(Boolean);
};

/** `undefined` where the text is not a JSON object. */
const parseObject = (text: string, parse: (text: string) => unknown): JsonObject | undefined => {
  if (text === "") return {};

  try {
    const value: unknown = parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : undefined;
  } catch {
    return undefined;
  }
};
