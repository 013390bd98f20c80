import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import {
  hasTrait,
  nameOf,
  structureOf,
  type Model,
  type OperationShape,
} from "@wickr-admin/codegen";
import {
  createService,
  writeError,
  writeResponse,
  type OperationSchema,
  type ServerResponse,
} from "@wickr-admin/test-support/runtime";
import {
  protocolCases,
  type ErrorCase,
  type MalformedCase,
  type OperationCase,
  type RequestCase,
  type ResponseCase,
} from "./cases.js";
import { expectBody, expectHeaders } from "./compare-messages.js";
import { expectMembers } from "./compare-values.js";
import type { ServerTestOptions } from "./options.js";
import type { ProtocolTest } from "./protocol-test.js";
import { readStreams } from "@wickr-admin/test-support/streams";
import { testServerEvents } from "./server-events.js";
import { lowerCase, requestOf } from "./server-request.js";
import { typedParams } from "./typed-values.js";

/** The protocol tests of a model, to be run against the server that its generated mock is. */
export const serverTests = (options: ServerTestOptions): ProtocolTest[] => {
  const { model, service, protocol = "aws.protocols#restJson1" } = options;
  const cases = protocolCases(model, service, protocol, "server");
  return [
    ...cases.requests.map((each) => ({
      group: "server requests",
      id: each.test.id,
      run: () => testRequest(options, each),
    })),
    ...cases.responses.map((each) => ({
      group: "server responses",
      id: each.test.id,
      run: async () => testResponse(options, each),
    })),
    ...cases.errors.map((each) => ({
      group: "server errors",
      id: each.test.id,
      run: async () => testError(options, each),
    })),
    ...cases.malformed.map((each) => ({
      group: "server malformed requests",
      id: each.test.id,
      run: () => testMalformed(options, each),
    })),
    ...cases.events.map((each) => ({
      group: "server events",
      id: each.test.id,
      run: () => testServerEvents(options, each),
    })),
  ];
};

const testRequest = async (
  { model, operations }: ServerTestOptions,
  { operation, test }: OperationCase<RequestCase>,
): Promise<void> => {
  let received: { readonly name: string; readonly input: object } | undefined;
  const service = createService<undefined>(
    Object.values(operations),
    ({ operation: { name }, input }) => {
      received = { name, input };
      return undefined;
    },
    { validate: false },
  );
  const { bodyMediaType: type, body = "" } = test;
  // Whoever sends a body says what it is, whether the test says so or not.
  const headers = {
    ...(type !== undefined && body !== "" && { "content-type": type }),
    ...lowerCase(test.headers),
  };
  const response = await service.answer(requestOf({ ...test, headers }, test.host), undefined);
  assert.ok(received, `answered with ${describeAnswer(response)}`);
  assert.equal(received.name, nameOf(operation.id));
  if (operation.input === "smithy.api#Unit") return;
  const expected = typedParams(model, operation.input, test.params ?? {});
  const input = await readStreams(
    model,
    operation.input,
    received.input as Record<string, unknown>,
    expected,
  );
  expectMembers(withoutImplied(model, operation, input, expected), expected);
};

/**
 * An input without what not every test says: a map of all query parameters repeats those with
 * members of their own, and clients send an empty structure for a payload that is not there.
 */
const withoutImplied = (
  model: Model,
  operation: OperationShape,
  input: object,
  expected: object,
): object => {
  const { members } = structureOf(model, operation.input);
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => {
      const member = members.get(name)!;
      const isImplied =
        hasTrait(member, "httpQueryParams") ||
        (hasTrait(member, "httpPayload") && isDeepStrictEqual(value, {}));
      return name in expected || !isImplied;
    }),
  );
};

const testResponse = (
  { model, operations }: ServerTestOptions,
  { operation, test }: OperationCase<ResponseCase>,
): void => {
  const output =
    operation.output === "smithy.api#Unit"
      ? {}
      : typedParams(model, operation.output, test.params ?? {});
  expectResponse(writeResponse(schemaOf(operations, operation), output), test);
};

const testError = (
  { model, operations }: ServerTestOptions,
  { operation, error, test }: ErrorCase,
): void => {
  const { errors } = schemaOf(operations, operation);
  const members = typedParams(model, error.id, test.params ?? {});
  expectResponse(writeError(errors, { ...members, name: nameOf(error.id) }), test);
};

const testMalformed = async (
  { operations }: ServerTestOptions,
  { test: { request, response: expected } }: OperationCase<MalformedCase>,
): Promise<void> => {
  const service = createService<undefined>(Object.values(operations), () => undefined);
  const response = await service.answer(requestOf(request, request.host), undefined);
  assert.equal(response.status, expected.code, describeAnswer(response));
  expectHeaders(response.headers, expected);
  if (expected.body === undefined) return;
  const { contents, messageRegex } = expected.body.assertion;
  if (contents !== undefined) expectBody(response.body, contents, expected.body.mediaType);
  if (messageRegex !== undefined) assert.match(String(response.body), new RegExp(messageRegex));
};

/** The operation as the mock has it. */
const schemaOf = (
  operations: ServerTestOptions["operations"],
  { id }: OperationShape,
): OperationSchema => {
  const schema = operations[nameOf(id)];
  assert.ok(schema, `The mock has no ${nameOf(id)}.`);
  return schema;
};

const expectResponse = (response: ServerResponse, test: ResponseCase): void => {
  assert.equal(response.status, test.code);
  const body = response.body as string | Uint8Array | undefined;
  const length = body === undefined ? 0 : Buffer.byteLength(body);
  // Whatever serves HTTP adds the length.
  expectHeaders({ "content-length": String(length), ...response.headers }, test);
  if (test.body !== undefined)
    expectBody(body, test.body, test.bodyMediaType ?? response.headers["content-type"]);
};

const describeAnswer = ({ status, headers, body }: ServerResponse): string =>
  `${status} ${headers["x-amzn-errortype"] ?? ""} ${typeof body === "string" ? body : ""}`;
