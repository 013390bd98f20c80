import { type BodyKind, bodyKindOf, mediaTypeOf } from "./body-kind.js";
import type { ServerRequest } from "./http.js";
import { RequestProblem } from "./problem.js";
import { getOwn } from "./properties.js";
import { traitOf } from "./resolve.js";
import type { OperationSchema, StructureSchema } from "./schema.js";

/** Whether one of the structure's members is the content type itself. */
const choosesContentType = (schema: StructureSchema | undefined): boolean =>
  schema?.members.some(
    (member) => member.in === "header" && member.as?.toLowerCase() === "content-type",
  ) ?? false;

/** Bytes of which the model does not say what they are may be anything. */
const isAnything = (body: BodyKind): boolean =>
  body.kind === "bytes" && traitOf(body.member, "mediaType") === undefined;

/** Whether an operation has an input, and nothing of it in the body. */
const leavesBodyEmpty = (schema: StructureSchema | undefined, body: BodyKind): boolean =>
  schema !== undefined && body.kind === "document" && body.members.length === 0;

/** Refuses a body of another media type than the model's, and any body where there is no input. */
export const checkContentType = (
  request: ServerRequest,
  schema: StructureSchema | undefined,
  body: BodyKind,
): void => {
  if (request.body.length === 0 || choosesContentType(schema) || isAnything(body)) return;
  const header = getOwn(request.headers, "content-type");
  const given = typeof header === "string" ? essence(header) : undefined;
  if (leavesBodyEmpty(schema, body)) return;
  const expected = mediaTypeOf(body);
  if (given !== expected)
    throw unsupported(expected ? `Expected a body of type ${expected}.` : "Expected no body.");
};

/**
 * Refuses a body that says what it is where the input has none. What is wrong with the input itself
 * is said before: this needs no body to be seen.
 */
export const checkNoBody = (operation: OperationSchema, request: ServerRequest): void => {
  const { input } = operation;
  // An input without any members may come as an empty object, or as nothing.
  if (input === undefined || input.members.length === 0 || request.body.length === 0) return;
  if (choosesContentType(input) || !leavesBodyEmpty(input, bodyKindOf(input, "request"))) return;
  if (getOwn(request.headers, "content-type") !== undefined) throw unsupported("Expected no body.");
};

const unsupported = (message: string): RequestProblem =>
  new RequestProblem(415, "UnsupportedMediaTypeException", message);

/** Refuses to answer with a media type that the caller does not accept. */
export const checkAccept = (
  request: ServerRequest,
  schema: StructureSchema | undefined,
  body: BodyKind,
): void => {
  const given = getOwn(request.headers, "accept");
  const type = mediaTypeOf(body);
  if (typeof given !== "string" || given === "" || !type) return;
  if (choosesContentType(schema) || isAnything(body)) return;
  const family = `${type.slice(0, type.indexOf("/"))}/*`;
  const accepted = given.split(",").map(essence);
  if (!accepted.some((range) => range === type || range === family || range === "*/*"))
    throw new RequestProblem(406, "NotAcceptableException", `The answer is of type ${type}.`);
};

/** The media type without its parameters. */
const essence = (header: string): string => (header.split(";", 1)[0] ?? "").trim().toLowerCase();
