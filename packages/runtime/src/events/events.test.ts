import { createServer, type Http2Server, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { EventStreamCodec } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { HttpResponse, MessageHeaders, MetadataBearer } from "@smithy/types";
import { afterEach, describe, expect, test } from "vitest";
import { answering, TooManyError, zoo, zooClient } from "../testing/service.js";
import { Command } from "../client/command.js";
import type { Operation } from "../operation.js";
import { eventHeader, eventJson, type EventReaders, readEventHeader } from "./event-message.js";
import { initialHeader } from "./initial-header.js";
import { readEvents } from "./read-events.js";
import { encodeEvents, writeEvents } from "./write-events.js";

/** What a cage sends, as the generator would write it. */
type Sound = { roar: { text?: string; loud?: boolean; at?: number } } | { silence: object };

const readSound: EventReaders<Sound> = {
  roar: (message) => {
    const json = eventJson(message);
    const value: Record<string, unknown> = {};
    if (json.text != null) value["text"] = json.text;
    readEventHeader(value, "loud", message);
    readEventHeader(value, "at", message);
    return { roar: value };
  },
  silence: () => ({ silence: {} }),
};
const errorsOfSound = {
  tooMany: (json: { message: string }) =>
    new TooManyError({
      name: "TooManyError",
      $fault: "client",
      message: json.message,
      $metadata: {},
    }),
};
const writeSound = (event: Sound) =>
  "roar" in event
    ? {
        name: "roar",
        headers: {
          loud: eventHeader("boolean", event.roar.loud),
          at: eventHeader("long", event.roar.at),
        },
        contentType: "application/json",
        body: JSON.stringify({ text: event.roar.text }),
      }
    : { name: "silence", headers: {} };

interface ListenInput {
  sounds?: AsyncIterable<Sound>;
}
interface ListenOutput extends MetadataBearer {
  sounds: AsyncIterable<Sound>;
}
const listen: Operation<ListenInput, ListenOutput> = {
  name: "Listen",
  write: (input) => ({
    method: "POST",
    path: "/listen",
    headers: {
      "content-type": "application/vnd.amazon.eventstream",
      "x-amz-content-sha256": "STREAMING-AWS4-HMAC-SHA256-EVENTS",
    },
    body: writeEvents(input.sounds, writeSound),
  }),
  prepare: encodeEvents,
  sendsEvents: true,
  payload: "stream",
  read: (body, response) =>
    ({ sounds: readEvents(body, readSound, errorsOfSound, response) }) as unknown as ListenOutput,
  errors: {},
};

const codec = new EventStreamCodec(toUtf8, fromUtf8);
const text = (value: string) => ({ type: "string", value }) as const;
const message = (headers: MessageHeaders, body = "") =>
  codec.encode({ headers, body: fromUtf8(body) });
const event = (name: string, body?: string, headers: MessageHeaders = {}) =>
  message({ ":message-type": text("event"), ":event-type": text(name), ...headers }, body);

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};
const read = (...chunks: Uint8Array[]) => {
  const body = (async function* () {
    yield* chunks;
  })();
  return collect(readEvents(body, readSound, errorsOfSound, {} as HttpResponse));
};

describe("reading", () => {
  test("headers and JSON become members", async () => {
    const sent = event("roar", '{"text":"grr"}', { loud: { type: "boolean", value: true } });
    expect(await read(sent)).toEqual([{ roar: { text: "grr", loud: true } }]);
  });

  test("messages may be cut anywhere", async () => {
    const both = Buffer.concat([event("roar", '{"text":"a"}'), event("silence")]);
    const chunks = [...both].map((byte) => Uint8Array.of(byte));
    expect(await read(...chunks)).toEqual([{ roar: { text: "a" } }, { silence: {} }]);
  });

  test("events that are not known are left out", async () => {
    expect(await read(event("sneeze"), event("silence"))).toEqual([{ silence: {} }]);
  });

  test("an exception is thrown as the error that it is", async () => {
    const sent = message(
      { ":message-type": text("exception"), ":exception-type": text("tooMany") },
      '{"message":"full"}',
    );
    await expect(read(event("silence"), sent)).rejects.toThrow(TooManyError);
  });

  test("an error without a model is thrown with its name and message", async () => {
    const sent = message({
      ":message-type": text("error"),
      ":error-code": text("Lost"),
      ":error-message": text("no cage"),
    });
    await expect(read(sent)).rejects.toMatchObject({ name: "Lost", message: "no cage" });
  });

  const bytes = (value: string) => ({ type: "binary", value: fromUtf8(value) }) as const;
  test.each([
    ["no message type", { ":event-type": text("silence") }, "':message-type', found nothing"],
    [
      "a message type that is no text",
      { ":message-type": bytes("event"), ":event-type": text("silence") },
      "':message-type', found a header of type binary",
    ],
    [
      "an unknown message type",
      { ":message-type": text("rumour"), ":event-type": text("silence") },
      "'event', 'exception' or 'error' in the header ':message-type', found 'rumour'",
    ],
    ["no event type", { ":message-type": text("event") }, "':event-type', found nothing"],
    [
      "an event type that is no text",
      { ":message-type": text("event"), ":event-type": bytes("silence") },
      "':event-type', found a header of type binary",
    ],
    [
      "no exception type",
      { ":message-type": text("exception") },
      "':exception-type', found nothing",
    ],
    [
      "an exception type that is no text",
      { ":message-type": text("exception"), ":exception-type": bytes("tooMany") },
      "':exception-type', found a header of type binary",
    ],
    ["no error code", { ":message-type": text("error") }, "':error-code', found nothing"],
  ] as [string, MessageHeaders, string][])(
    "a message with %s is refused",
    async (_what, headers, says) => {
      const refused = read(event("silence"), message(headers));
      await expect(refused).rejects.toMatchObject({ name: "EventStreamError" });
      await expect(refused).rejects.toThrow(says);
    },
  );

  test.each([
    ["is no JSON", "{oops: hush", "the body of the event, found what is no JSON"],
    ["is no object", '["hush"]', "Expected a JSON object as the body of the event, found an array"],
    ["is null", "null", "Expected a JSON object as the body of the event, found null"],
  ])("an event whose body %s is refused, and not quoted", async (_what, body, says) => {
    const refused = read(event("roar", body));
    await expect(refused).rejects.toMatchObject({ name: "EventStreamError" });
    await expect(refused).rejects.toThrow(says);
    await expect(refused).rejects.not.toThrow("hush");
  });

  test("an error may come without a message", async () => {
    const sent = message({ ":message-type": text("error"), ":error-code": text("Lost") });
    await expect(read(sent)).rejects.toMatchObject({ name: "Lost", message: "UnknownError" });
  });

  test("an exception without a model is thrown with its name and body", async () => {
    const headers = { ":message-type": text("exception"), ":exception-type": text("tooFew") };
    await expect(read(message(headers, "empty"))).rejects.toMatchObject({
      name: "tooFew",
      message: "empty",
    });
  });

  test("names of the language are no events", async () => {
    expect(await read(event("toString"), event("__proto__"), event("$unknown"))).toEqual([]);
    const headers = { ":message-type": text("exception"), ":exception-type": text("constructor") };
    await expect(read(message(headers))).rejects.toMatchObject({ name: "constructor" });
  });

  test("a header that is missing leaves its stand-in", () => {
    const value = {};
    readEventHeader(value, "at", { headers: {}, body: new Uint8Array() }, 0);
    readEventHeader(value, "loud", { headers: {}, body: new Uint8Array() });
    expect(value).toEqual({ at: 0 });
  });

  test("a truncated message is an error", async () => {
    await expect(read(event("silence").subarray(0, 20))).rejects.toThrow("Truncated");
  });
});

describe("the first response of a stream", () => {
  test("gives the headers that it has", () => {
    expect(initialHeader({ headers: { "x-id": "" } } as never, "x-id")).toBe("");
  });

  test("is refused where a header is missing that it must have", () => {
    const reading = () => initialHeader({ headers: { "x-other": "1" } } as never, "x-id");
    expect(reading).toThrow(
      expect.objectContaining({
        name: "EventStreamError",
        message: "Expected the header 'x-id' in the initial response of the stream, found nothing.",
      }),
    );
  });
});

describe("sending, over HTTP/2", () => {
  let server: Http2Server | undefined;
  afterEach(
    () => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())),
  );

  const serve = async (onStream: (stream: ServerHttp2Stream) => void): Promise<string> => {
    server = createServer().on("stream", onStream);
    await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  test("events go out signed, one by one, while answers come in", async () => {
    const signatures: string[] = [];
    const endpoint = await serve((stream) => {
      stream.respond({ ":status": 200 });
      stream.on("data", (chunk: Buffer) => {
        const { headers, body } = codec.decode(chunk);
        signatures.push(
          Buffer.from(headers[":chunk-signature"]!.value as Uint8Array).toString("hex"),
        );
        // What is signed is a message of its own; an empty one is the last.
        if (body.length > 0) stream.write(body);
        else stream.end();
      });
    });
    const client = zooClient({ endpoint }, { ...zoo, http2: true });
    let answered = () => {};
    const answer = new Promise<void>((resolve) => (answered = resolve));
    const sounds = async function* (): AsyncGenerator<Sound> {
      yield { roar: { text: "grr", loud: true, at: 7 } };
      // Goes on only when the first has come back: nobody waits for the end.
      await answer;
      yield { silence: {} };
    };
    const output = await client.send(new Command({ sounds: sounds() }, listen));
    const heard: Sound[] = [];
    for await (const sound of output.sounds) {
      heard.push(sound);
      answered();
    }
    client.destroy();
    expect(heard).toEqual([{ roar: { text: "grr", loud: true, at: 7 } }, { silence: {} }]);
    expect(new Set(signatures).size).toBe(3);
    expect(signatures.every((each) => /^[\da-f]{64}$/.test(each))).toBe(true);
  });

  test("what fails while events are made fails the call", async () => {
    const endpoint = await serve((stream) => stream.on("error", () => {}).resume());
    const client = zooClient({ endpoint }, { ...zoo, http2: true });
    // oxlint-disable-next-line require-yield -- it fails before
    const sounds = async function* (): AsyncGenerator<Sound> {
      throw new Error("The microphone broke.");
    };
    await expect(client.send(new Command({ sounds: sounds() }, listen))).rejects.toThrow(
      "microphone",
    );
    client.destroy();
  });
});

test("schemes without signatures send events as they are", async () => {
  const requestHandler = answering();
  const noAuth = { schemeId: "smithy.api#noAuth", sign: async (request: never) => request };
  const sounds = async function* (): AsyncGenerator<Sound> {
    yield { silence: {} };
  };
  const client = zooClient({ requestHandler }, { ...zoo, auth: [noAuth as never] });
  await client.send(new Command({ sounds: sounds() }, listen));
  const chunks = (
    await collect(requestHandler.requests[0]!.body as AsyncIterable<Uint8Array>)
  ).filter((chunk) => chunk.length > 0);
  expect(chunks.map((chunk) => codec.decode(chunk).headers[":event-type"]?.value)).toEqual([
    "silence",
  ]);
});
