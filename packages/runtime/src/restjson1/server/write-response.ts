import { holdsBigNumbers, stringifyBigJson } from "./big-json.js";
import { type BodyKind, bodyKindOf, mediaTypeOf } from "./body-kind.js";
import type { ServerResponse } from "./http.js";
import { getOwn, setOwn } from "./properties.js";
import { defaultOf } from "./read-json.js";
import type { FieldSchema, OperationSchema, StreamContent, StructureSchema } from "./schema.js";
import { writeEvents } from "./write-events.js";
import { type WrittenField, compileWrittenField, jsonWriterOf, writeFields } from "./write-json.js";
import { writeHeader } from "./write-text.js";

/** Encodes an output as the service does. Only what the model knows is sent. */
export const writeResponse = (operation: OperationSchema, output: object): ServerResponse =>
  writeMessage(operation.output, operation.status, output);

/** A structure that is sent as a response, prepared for writing. */
interface MessagePlan {
  readonly body: BodyKind;
  readonly document: readonly WrittenField[];
  readonly headers: readonly FieldSchema[];
  readonly prefixHeaders: FieldSchema | undefined;
  readonly statusCode: FieldSchema | undefined;
  readonly stringify: (value: unknown) => string;
}

const plans = new WeakMap<StructureSchema, MessagePlan>();

const compile = (schema: StructureSchema): MessagePlan => {
  const body = bodyKindOf(schema, "response");
  return {
    body,
    document: body.kind === "document" ? body.members.map(compileWrittenField) : [],
    headers: schema.members.filter((member) => member.in === "header"),
    prefixHeaders: schema.members.find((member) => member.in === "prefixHeaders"),
    statusCode: schema.members.find((member) => member.in === "statusCode"),
    stringify: holdsBigNumbers(schema) ? stringifyBigJson : JSON.stringify,
  };
};

/** Encodes a structure, or nothing, as a response: status, headers and body. */
export const writeMessage = (
  schema: StructureSchema | undefined,
  success: number,
  value: object,
): ServerResponse => {
  if (!schema) return { status: success, headers: {}, body: undefined };
  let plan = plans.get(schema);
  if (!plan) plans.set(schema, (plan = compile(schema)));
  const status = plan.statusCode && getOwn(value, plan.statusCode.name);
  const body = writeBody(plan, value);
  return {
    status: typeof status === "number" ? status : success,
    headers: writeHeaders(plan, value, body === undefined ? undefined : mediaTypeOf(plan.body)),
    body,
  };
};

const writeBody = (
  { body, document, stringify }: MessagePlan,
  value: object,
): StreamContent | undefined => {
  if (body.kind === "none") return undefined;
  if (body.kind === "document") return stringify(writeFields(document, value, []));
  const payload = getOwn(value, body.member.name) ?? undefined;
  if (body.kind === "events") return writeEvents(body.union, payload ?? [], [body.member.name]);
  if (body.kind === "json") {
    return payload === undefined
      ? undefined
      : stringify(jsonWriterOf(body.member)(payload, [body.member.name]));
  }
  // Text, bytes or a stream goes out as it is.
  return payload as StreamContent | undefined;
};

const writeHeaders = (
  plan: MessagePlan,
  value: object,
  contentType: string | undefined,
): Record<string, string> => {
  const headers: Record<string, string> =
    contentType === undefined ? {} : { "content-type": contentType };
  const { prefixHeaders } = plan;
  const map = prefixHeaders && getOwn(value, prefixHeaders.name);
  for (const [name, text] of Object.entries(map ?? {}))
    setOwn(headers, ((prefixHeaders?.as ?? "") + name).toLowerCase(), String(text));

  for (const member of plan.headers) {
    const item =
      getOwn(value, member.name) ?? defaultOf(member, { path: [member.name], defaults: true });
    if (item == null) continue;
    const text = writeHeader(member, item, [member.name]);
    setOwn(headers, (member.as ?? member.name).toLowerCase(), text);
  }
  return headers;
};
