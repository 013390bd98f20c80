import assert from "node:assert/strict";
import { nameOf, trait, type Model, type OperationShape } from "@wickr-admin/codegen";
import { createService, type ServerRequest } from "@wickr-admin/test-support/runtime";
import { bytesOf, decodeMessages } from "@wickr-admin/test-support/event-streams";
import { plain } from "@wickr-admin/test-support/plain";
import { expectHeaders } from "./compare-messages.js";
import { expectMembers } from "./compare-values.js";
import {
  readBy,
  writtenBy,
  type EventStreamCase,
  type EventStreamOperationCase,
} from "./event-cases.js";
import { expectMessage, receivedBytes, streamOf, typedEvent } from "./event-messages.js";
import type { ServerTestOptions } from "./options.js";
import { requestOf } from "./server-request.js";
import { typedParams } from "./typed-values.js";

const ERROR_TYPE = "x-amzn-errortype";

/** Runs an event test against the server half: it reads the request's events, and writes the response's. */
export const testServerEvents = async (
  { model, operations }: ServerTestOptions,
  { operation, test }: EventStreamOperationCase,
): Promise<void> => {
  const { failure } = test.expectation ?? {};
  let received: object | undefined;
  const service = createService<undefined>(
    Object.values(operations),
    ({ operation: { name }, input }) => {
      assert.equal(name, nameOf(operation.id));
      received = input;
      return outputOf(model, operation, test);
    },
    { validate: failure !== undefined },
  );
  const response = await service.answer(requestFor(model, operation, test), undefined);
  const reading = readInput(model, operation, received);
  if (failure !== undefined) {
    const error = await reading.catch((reason: unknown) => reason as Error);
    if (!(error instanceof Error)) {
      const { [ERROR_TYPE]: type } = response.headers;
      assert.ok(response.status >= 400, "All went well, where something should fail.");
      assert.ok(response.status < 500 && type !== "UnknownOperationException", String(type));
      return;
    }
    assert.ok(!(error instanceof TypeError), String(error));
    if (failure.errorId !== undefined)
      assert.equal(error.name, nameOf(failure.errorId), String(error));

    return;
  }
  assert.ok(received, `answered with ${response.status} ${String(response.body)}`);
  expectInput(await reading, model, operation, test);
  if (test.initialResponse !== undefined) {
    const { code = 200 } = test.initialResponse;
    assert.equal(response.status, code);
    expectHeaders(response.headers, test.initialResponse);
  }
  const written = writtenBy("server", test);
  const messages = streamOf(model, operation.output)
    ? decodeMessages(await bytesOf(response.body))
    : [];
  assert.equal(messages.length, written.length, "number of events");
  for (const [index, event] of written.entries()) expectMessage(messages[index]!, event);
};

const requestFor = (
  model: Model,
  operation: OperationShape,
  test: EventStreamCase,
): ServerRequest => {
  const { method, uri } = trait<{ method: string; uri: string }>(operation, "http")!;
  const stream = streamOf(model, operation.input);
  const { headers, host, ...initial } = test.initialRequest ?? {
    method,
    // Any label will do where the test gives none.
    uri: uri.replaceAll(/\{[^}]+\}/g, "a"),
  };
  const request = requestOf(
    {
      ...initial,
      headers: {
        ...(stream && { "content-type": "application/vnd.amazon.eventstream" }),
        ...headers,
      },
    },
    host,
  );
  const events = readBy("server", test).map(receivedBytes);
  return events.length === 0 ? request : { ...request, body: Buffer.concat(events) };
};

const outputOf = (model: Model, { output }: OperationShape, test: EventStreamCase): object => {
  const stream = streamOf(model, output);
  return {
    ...typedParams(model, output, test.initialResponseParams ?? {}),
    ...(stream && {
      [stream.name]: writtenBy("server", test).map(({ params }) =>
        typedEvent(model, stream.union, params!),
      ),
    }),
  };
};

interface Received {
  readonly input: object;
  readonly events: readonly unknown[];
}

/** The input with all of its events. */
const readInput = async (
  model: Model,
  { input: id }: OperationShape,
  received: object = {},
): Promise<Received> => {
  const stream = streamOf(model, id);
  const input: Record<string, unknown> = { ...received };
  const events: unknown[] = [];
  if (stream) {
    for await (const event of (input[stream.name] ?? []) as AsyncIterable<unknown>)
      events.push(event);

    delete input[stream.name];
  }
  return { input, events };
};

const expectInput = (
  { input, events }: Received,
  model: Model,
  operation: OperationShape,
  test: EventStreamCase,
): void => {
  if (test.initialRequest !== undefined)
    expectMembers(input, typedParams(model, operation.input, test.initialRequestParams ?? {}));

  const stream = streamOf(model, operation.input);
  const known = readBy("server", test).filter(({ params }) => params !== undefined);
  assert.deepEqual(
    plain(events),
    plain(known.map(({ params }) => typedEvent(model, stream!.union, params!))),
  );
};
