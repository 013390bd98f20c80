import assert from "node:assert/strict";
import {
  dataShapeOf,
  hasTrait,
  structureOf,
  type Json,
  type Model,
  type ShapeId,
} from "@wickr-admin/codegen";
import type { Message, MessageHeaders, MessageHeaderValue } from "@smithy/types";
import { encodeMessage, eventMembers } from "@wickr-admin/test-support/event-streams";
import { plain } from "@wickr-admin/test-support/plain";
import { expectBody } from "./compare-messages.js";
import type { EventCase, HeaderCase } from "./event-cases.js";
import { typedParams } from "./typed-values.js";

/** The bytes of an event as it is received. */
export const receivedBytes = ({ bytes, headers = {}, body = "" }: EventCase): Uint8Array => {
  if (bytes !== undefined) return Buffer.from(bytes, "base64");
  const all = Object.entries(headers).map(([name, header]) => [name, headerValue(header)]);
  return encodeMessage(Object.fromEntries(all) as MessageHeaders, new TextEncoder().encode(body));
};

/** Expects a message that was written to be what the test says. */
export const expectMessage = (
  { headers, body }: Message,
  { headers: expected = {}, requireHeaders = [], forbidHeaders = [], ...test }: EventCase,
): void => {
  for (const [name, header] of Object.entries(expected))
    assert.deepEqual(comparable(headers[name]), comparable(headerValue(header)), `header ${name}`);

  for (const name of requireHeaders) assert.ok(name in headers, `The header ${name} is missing.`);

  for (const name of forbidHeaders)
    assert.ok(!(name in headers), `The header ${name} must not be sent.`);

  if (test.body !== undefined) {
    const contentType = headers[":content-type"]?.value;
    expectBody(body, test.body, test.bodyMediaType ?? (contentType as string | undefined));
  }
};

/** Longs come as objects of their own. */
const comparable = (header: MessageHeaderValue | undefined): unknown =>
  header && {
    type: header.type,
    value: plain(header.type === "long" ? Number(header.value) : header.value),
  };

const headerValue = (header: HeaderCase): MessageHeaderValue => {
  const [[type, value] = ["", null]] = Object.entries(header);
  switch (type) {
    case "blob":
      return { type: "binary", value: bytesOfHeader(value as string) };
    case "timestamp":
      return {
        type,
        value: new Date(typeof value === "number" ? value * 1000 : (value as string)),
      };
    case "boolean":
    case "byte":
    case "short":
    case "integer":
    case "long":
    case "string":
      return { type, value } as MessageHeaderValue;
    default:
      throw new Error(`No header of an event has the type ${type}.`);
  }
};

/** Blobs of headers are written in base64. Older tests have their text as it is, which is none of it. */
const bytesOfHeader = (text: string): Uint8Array => {
  const bytes = Buffer.from(text, "base64");
  return new Uint8Array(bytes.toString("base64") === text ? bytes : Buffer.from(text));
};

/** What the parameters of an event stand for in TypeScript. */
export const typedEvent = (
  model: Model,
  union: ShapeId,
  params: Readonly<Record<string, Json>>,
): object => {
  const [[name, json] = ["", null]] = Object.entries(params);
  const event = typedParams(model, union, params) as Record<string, Record<string, unknown>>;
  const { target } = structureOf(model, union).members.get(name)!;
  if (target === "smithy.api#Unit") return event;
  for (const member of structureOf(model, target).members.values()) {
    const text = (json as Record<string, Json>)[member.name];
    const isBlob = dataShapeOf(model, member.target).type === "blob";
    if (isBlob && hasTrait(member, "eventHeader") && typeof text === "string")
      event[name]![member.name] = bytesOfHeader(text);
  }
  return event;
};

/** The member of an input or output that streams events; undefined where there is none. */
export const streamOf = (
  model: Model,
  id: ShapeId,
): { readonly name: string; readonly union: ShapeId } | undefined => {
  const [name] = eventMembers(model, id);
  return name === undefined
    ? undefined
    : { name, union: structureOf(model, id).members.get(name)!.target };
};
