import assert from "node:assert/strict";
import { Readable } from "node:stream";
import {
  hasMemberTrait,
  nameOf,
  structureOf,
  trait,
  type Member,
  type Model,
  type ShapeId,
} from "@wickr-admin/codegen";
import { CannedHandler, type CannedResponse } from "@wickr-admin/test-support/canned-handler";
import { commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import {
  protocolCases,
  type ErrorCase,
  type OperationCase,
  type RequestCase,
  type ResponseCase,
} from "./cases.js";
import { testClientEvents } from "./client-events.js";
import { expectMembers } from "./compare-values.js";
import { expectRequest } from "./compare-request.js";
import { plain } from "@wickr-admin/test-support/plain";
import type { ClientTestOptions } from "./options.js";
import type { ProtocolTest } from "./protocol-test.js";
import { smallestInput } from "@wickr-admin/test-support/smallest-input";
import { readStreams } from "@wickr-admin/test-support/streams";
import { typedParams } from "./typed-values.js";

/** The idempotency token that protocol tests expect. */
const EXPECTED_TOKEN = "00000000-0000-4000-8000-000000000000";

/** The protocol tests of a model, to be run against its generated client. */
export const clientTests = (options: ClientTestOptions): ProtocolTest[] => {
  const { model, service, protocol = "aws.protocols#restJson1" } = options;
  const { requests, responses, errors, events } = protocolCases(model, service, protocol, "client");
  return [
    ...requests.map((each) => ({
      group: "client requests",
      id: each.test.id,
      run: () => testRequest(options, each),
    })),
    ...responses.map((each) => ({
      group: "client responses",
      id: each.test.id,
      run: () => testResponse(options, each),
    })),
    ...errors.map((each) => ({
      group: "client errors",
      id: each.test.id,
      run: () => testError(options, each),
    })),
    ...events.map((each) => ({
      group: "client events",
      id: each.test.id,
      run: () => testClientEvents(options, each),
    })),
  ];
};

const testRequest = async (
  options: ClientTestOptions,
  { operation, test }: OperationCase<RequestCase>,
): Promise<void> => {
  const input = typedParams(options.model, operation.input, test.params ?? {});
  const endpoint = test.host === undefined ? {} : { endpoint: `https://${test.host}` };
  const handler = new CannedHandler();
  await withToken(() => send(options, handler, nameOf(operation.id), input, endpoint)).catch(
    (error: unknown) => {
      // What comes back does not matter here, not even whether it can be read.
      if (handler.requests.length === 0) throw error;
    },
  );
  expectRequest(handler.request, test);
};

const testResponse = async (
  options: ClientTestOptions,
  { operation, test }: OperationCase<ResponseCase>,
): Promise<void> => {
  const { model } = options;
  const handler = new CannedHandler();
  handler.response = answerOf(test);
  if (
    outputMembers(model, operation.output).some((each) => hasMemberTrait(model, each, "streaming"))
  ) {
    const stream = Readable.from([new TextEncoder().encode(test.body ?? "")]);
    handler.response = { ...handler.response, body: stream as never };
  }
  const input = smallestInput(model, operation);
  const { $metadata, ...output } = (await send(
    options,
    handler,
    nameOf(operation.id),
    input,
  )) as Record<string, unknown> & { $metadata: { httpStatusCode: number } };
  assert.equal($metadata.httpStatusCode, test.code);
  const expected = typedParams(model, operation.output, test.params ?? {});
  const actual = await readStreams(model, operation.output, output, expected);
  expectMembers(actual, expected);
};

const testError = async (
  options: ClientTestOptions,
  { operation, error: shape, test }: ErrorCase,
): Promise<void> => {
  const { model, client } = options;
  const handler = new CannedHandler();
  handler.response = answerOf(test);
  const input = smallestInput(model, operation);
  const error = await send(options, handler, nameOf(operation.id), input).then(
    () => assert.fail("The response is no error."),
    (reason: unknown) => reason as Record<string, unknown>,
  );
  const name = nameOf(shape.id);
  assert.equal(error["name"], name, String(error));
  // A class of its own, not the one for errors that nobody knows.
  const Class = (error as object).constructor as { name: string };
  assert.ok(Object.values(client.exports).includes(Class), `${Class.name} is not exported`);
  assert.ok(!Class.name.endsWith("ServiceException"), `${name} has no class of its own`);
  assert.equal(error["$fault"], trait(shape, "error"));
  const { httpStatusCode } = error["$metadata"] as { httpStatusCode: number };
  assert.equal(httpStatusCode, test.code);
  const expected = typedParams(model, shape.id, test.params ?? {}) as Record<string, unknown>;
  // As in the AWS SDK, what the shape does not have is kept on the exception, too.
  for (const member of shape.members.keys()) {
    // However it is spelled, the message is the exception's.
    const isMessage = member.toLowerCase() === "message";
    if (isMessage && !Object.hasOwn(expected, member)) continue;
    const own = isMessage ? "message" : member;
    const actual = Object.hasOwn(error, own) ? error[own] : undefined;
    const wanted = Object.hasOwn(expected, member) ? expected[member] : undefined;
    assert.deepEqual(plain(actual), plain(wanted), member);
  }
};

const send = async (
  { client: module, config = {} }: ClientTestOptions,
  handler: CannedHandler,
  operation: string,
  input: object,
  endpoint: object = {},
): Promise<object> => {
  const client = new module.Client({
    ...OFFLINE_CONFIG,
    ...config,
    ...endpoint,
    requestHandler: handler,
  } as never);
  try {
    return await client.send(commandOf(module, operation, input));
  } finally {
    client.destroy();
  }
};

/** Runs something with the one token that tests expect. */
const withToken = async <T>(run: () => Promise<T>): Promise<T> => {
  const { crypto } = globalThis;
  const { randomUUID } = crypto;
  crypto.randomUUID = () => EXPECTED_TOKEN;
  try {
    return await run();
  } finally {
    crypto.randomUUID = randomUUID;
  }
};

const outputMembers = (model: Model, id: ShapeId): Member[] =>
  id === "smithy.api#Unit" ? [] : [...structureOf(model, id).members.values()];

const answerOf = ({ code, headers = {}, body = "" }: ResponseCase): CannedResponse => ({
  statusCode: code,
  headers,
  body,
});
