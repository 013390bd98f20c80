import { resolve, traitOf } from "./resolve.js";
import type { FieldSchema, Place, StructureSchema } from "./schema.js";

/** What the body of a message is made of. */
export type BodyKind =
  /** Nothing. */
  | { readonly kind: "none" }
  /** The members without a place of their own, as a JSON object. */
  | { readonly kind: "document"; readonly members: readonly FieldSchema[] }
  | PayloadKind
  /** One member, as a stream of events: values of the union. */
  | {
      readonly kind: "events";
      readonly member: FieldSchema;
      readonly union: StructureSchema;
      readonly mediaType: string;
    };

/** One member, as JSON, text or bytes. */
export interface PayloadKind {
  readonly kind: "json" | "text" | "bytes";
  readonly member: FieldSchema;
  readonly mediaType: string;
}

/** A structure travels as the one or the other. */
type Direction = "request" | "response";

const EVENT_STREAM = "application/vnd.amazon.eventstream";

const ONE_WAY: Partial<Record<Place, Direction>> = {
  label: "request",
  query: "request",
  queryParams: "request",
  statusCode: "response",
};

const isInDocument = ({ in: place }: FieldSchema, direction: Direction): boolean =>
  place === undefined ||
  place === "eventHeader" ||
  place === "eventPayload" ||
  (ONE_WAY[place] ?? direction) !== direction;

/** What the body of a structure holds when it is sent or received as a message. */
export const bodyKindOf = (schema: StructureSchema | undefined, direction: Direction): BodyKind => {
  if (!schema) return { kind: "none" };
  const member = schema.members.find((field) => field.in === "payload");
  if (!member) {
    return {
      kind: "document",
      members: schema.members.filter((field) => isInDocument(field, direction)),
    };
  }
  const target = resolve(member.target);
  if (target.type === "union" && target.streaming)
    return { kind: "events", member, union: target, mediaType: EVENT_STREAM };

  return payloadKindOf(member, traitOf(member, "mediaType"));
};

/** What the body of an event holds. */
export const eventBodyOf = (schema: StructureSchema): BodyKind => {
  const payload = schema.members.find((field) => field.in === "eventPayload");
  // Unlike that of a message, it is labelled with the type of its shape alone.
  if (payload) return payloadKindOf(payload, undefined);
  const members = schema.members.filter((field) => field.in !== "eventHeader");
  return members.length > 0 ? { kind: "document", members } : { kind: "none" };
};

const payloadKindOf = (member: FieldSchema, mediaType: string | undefined): PayloadKind => {
  const { type } = resolve(member.target);
  if (type === "blob")
    return { kind: "bytes", member, mediaType: mediaType ?? "application/octet-stream" };

  if (type === "string" || type === "enum")
    return { kind: "text", member, mediaType: mediaType ?? "text/plain" };

  return { kind: "json", member, mediaType: "application/json" };
};

/** The media type of such a body; undefined if there is none. */
export const mediaTypeOf = (body: BodyKind): string | undefined =>
  body.kind === "none" ? undefined : body.kind === "document" ? "application/json" : body.mediaType;
