import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { nameOf, type ShapeId } from "@wickr-admin/codegen";
import type { HttpRequest, HttpResponse } from "@smithy/types";
import { commandOf, OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";
import { bytesOf, decodeMessages } from "@wickr-admin/test-support/event-streams";
import { smallestInput } from "@wickr-admin/test-support/smallest-input";
import { plain } from "@wickr-admin/test-support/plain";
import type { ClientTestOptions } from "./options.js";
import { expectRequest } from "./compare-request.js";
import { expectMembers } from "./compare-values.js";
import {
  readBy,
  writtenBy,
  type EventStreamCase,
  type EventStreamOperationCase,
} from "./event-cases.js";
import { expectMessage, receivedBytes, streamOf, typedEvent } from "./event-messages.js";
import { typedParams } from "./typed-values.js";

/** Runs an event test against the client: it writes the request and its events, and reads the response's. */
export const testClientEvents = async (
  options: ClientTestOptions,
  each: EventStreamOperationCase,
): Promise<void> => {
  const { test } = each;
  const { failure } = test.expectation ?? {};
  const answered = new AnsweredRequest(test);
  const reading = exchange(options, each, answered);
  const isAboutResponse =
    test.initialResponse !== undefined ||
    test.initialResponseParams !== undefined ||
    readBy("client", test).length > 0;
  if (failure !== undefined) {
    await expectFailure(reading, failure.errorId, options);
    assert.ok(!isAboutResponse || answered.request, "No request was sent.");
    return;
  }
  const received = await reading.catch((error: unknown) => {
    // What comes back does not matter to a test of the request, not even whether it can be read.
    if (isAboutResponse || answered.request === undefined) throw error;
    return undefined;
  });
  expectSent(answered, each);
  if (isAboutResponse) expectReceived(received!, options, each);
};

/** A handler that keeps the one request, read to its end, and answers as the test says. */
class AnsweredRequest {
  readonly metadata = { handlerProtocol: "h2" };
  request: HttpRequest | undefined;
  body = new Uint8Array() as Uint8Array;

  constructor(private readonly test: EventStreamCase) {}

  async handle(request: HttpRequest): Promise<{ response: HttpResponse }> {
    this.request = request;
    this.body = await bytesOf(request.body);
    const { code = 200, headers = {}, body = "" } = this.test.initialResponse ?? {};
    const events = readBy("client", this.test).map(receivedBytes);
    const bytes = Buffer.concat([Buffer.from(body), ...events]);
    const response: HttpResponse = {
      statusCode: code,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
      ),
      body: Readable.from(bytes.length > 0 ? [bytes] : []),
    };
    return { response };
  }
}

const quiet = () => {};

/** Streams are not sent again, which is worth a warning to anybody but a test. */
const SILENT = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

interface Received {
  readonly output: object;
  readonly events: readonly unknown[];
}

/** Sends what the test sends, and reads the answer with all of its events. */
const exchange = async (
  { model, client: module, config = {} }: ClientTestOptions,
  { operation, test }: EventStreamOperationCase,
  requestHandler: AnsweredRequest,
): Promise<Received> => {
  const sent = streamOf(model, operation.input);
  const input = {
    ...smallestInput(model, operation),
    ...typedParams(model, operation.input, test.initialRequestParams ?? {}),
    ...(sent && {
      [sent.name]: oneByOne(
        writtenBy("client", test).map(({ params }) => typedEvent(model, sent.union, params!)),
      ),
    }),
  };
  const host = test.initialRequest?.host;
  const client = new module.Client({
    ...OFFLINE_CONFIG,
    ...config,
    logger: SILENT,
    ...(host !== undefined && { endpoint: `https://${host}` }),
    requestHandler,
  } as never);
  try {
    const command = commandOf(module, nameOf(operation.id), input);
    const { $metadata: _metadata, ...output } = (await client.send(command)) as Record<
      string,
      unknown
    >;
    const received = streamOf(model, operation.output);
    const events: unknown[] = [];
    if (received) {
      const { [received.name]: stream } = output;
      delete output[received.name];
      for await (const event of stream as AsyncIterable<unknown>) events.push(event);
    }
    return { output, events };
  } finally {
    client.destroy();
  }
};

const oneByOne = async function* <Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
};

const expectSent = (
  { request, body }: AnsweredRequest,
  { test }: EventStreamOperationCase,
): void => {
  assert.ok(request, "No request was sent.");
  if (test.initialRequest !== undefined)
    expectRequest({ ...request, body } as HttpRequest, { ...test, ...test.initialRequest });

  const written = writtenBy("client", test);
  if (written.length === 0) return;
  // A message without anything ends a stream that is signed.
  const messages = decodeMessages(body).filter(
    (message) => Object.keys(message.headers).length > 0 || message.body.length > 0,
  );
  assert.equal(messages.length, written.length, "number of events");
  for (const [index, event] of written.entries()) expectMessage(messages[index]!, event);
};

const expectReceived = (
  { output, events }: Received,
  { model }: ClientTestOptions,
  { operation, test }: EventStreamOperationCase,
): void => {
  if (test.initialResponseParams !== undefined)
    expectMembers(output, typedParams(model, operation.output, test.initialResponseParams));

  const stream = streamOf(model, operation.output);
  const known = readBy("client", test).filter(({ params }) => params !== undefined);
  assert.deepEqual(
    plain(events),
    plain(known.map(({ params }) => typedEvent(model, stream!.union, params!))),
  );
};

const expectFailure = async (
  reading: Promise<unknown>,
  errorId: ShapeId | undefined,
  { client }: ClientTestOptions,
): Promise<void> => {
  const error = await reading.then(
    () => assert.fail("All went well, where something should fail."),
    (reason: unknown) => reason as Error,
  );
  // A mistake of ours is no refusal.
  assert.ok(!(error instanceof TypeError || error instanceof assert.AssertionError), String(error));
  if (errorId === undefined) return;
  assert.equal(error.name, nameOf(errorId), String(error));
  assert.ok(
    Object.values(client.exports).includes(error.constructor),
    "It has no class of its own.",
  );
};
