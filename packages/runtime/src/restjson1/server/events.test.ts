import { EventStreamCodec, Int64 } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";
import type { MessageHeaderValue, MessageHeaders } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { exampleOutput } from "./example-output.js";
import { toResponse } from "./fetch.js";
import type { Answer, ErrorSchema, FieldSchema, StructureSchema } from "./schema.js";
import { operation, server, structure } from "./testing.js";
import { readEvents } from "./read-events.js";
import { writeResponse } from "./write-response.js";

const codec = new EventStreamCodec(toUtf8, fromUtf8);

const header = (name: string, target: FieldSchema["target"]): FieldSchema => ({
  name,
  target,
  in: "eventHeader",
});
const payload = (target: FieldSchema["target"]): StructureSchema =>
  structure({ name: "payload", target, in: "eventPayload" });

const bad: ErrorSchema = {
  ...structure({ name: "Message", target: "string" }, { name: "at", target: "timestamp" }),
  type: "structure",
  name: "BadThing",
  className: "BadThingError",
  status: 400,
  fault: "client",
};

const union: StructureSchema = {
  type: "union",
  streaming: true,
  members: [
    {
      name: "headers",
      target: structure(
        header("boolean", "boolean"),
        header("byte", "byte"),
        header("short", "short"),
        header("integer", "integer"),
        header("intEnum", { type: "intEnum", values: [7] }),
        header("long", "long"),
        header("blob", "blob"),
        header("string", "string"),
        header("enum", { type: "enum", values: ["A"] }),
        header("timestamp", "timestamp"),
      ),
    },
    { name: "blob", target: payload("blob") },
    { name: "text", target: payload("string") },
    { name: "structure", target: payload(structure({ name: "a", target: "bigInteger" })) },
    {
      name: "union",
      target: payload({ type: "union", members: [{ name: "b", target: "string" }] }),
    },
    {
      name: "document",
      target: structure(header("id", "string"), {
        name: "data",
        target: "blob",
        jsonName: "d",
      }),
    },
    {
      name: "defaults",
      target: structure(
        { ...header("count", "integer"), default: 5 },
        { name: "name", target: "string", default: "x" },
      ),
    },
    { name: "ping", target: structure() },
    { name: "bad", target: bad },
  ],
};

const streamed = structure(
  { name: "id", target: "string", in: "header", as: "x-id" },
  { name: "events", target: union, in: "payload", required: true },
);
const chat = operation(streamed, { output: streamed });

/** The body of a response with these events. */
const bytesOf = async (events: unknown): Promise<Uint8Array> => {
  const response = toResponse(writeResponse(chat, { events }));
  return new Uint8Array(await response.arrayBuffer());
};

/** The messages as Smithy's own codec reads them, with plain headers. */
const messagesOf = (bytes: Uint8Array) => {
  const messages: { headers: Record<string, unknown>; body: string }[] = [];
  for (let start = 0; start < bytes.length;) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + start).getUint32(0);
    const { headers, body } = codec.decode(bytes.subarray(start, start + length));
    const plain = Object.entries(headers).map(([name, { type, value }]) => [
      name,
      type === "string" ? value : [type, value instanceof Int64 ? value.valueOf() : value],
    ]);
    messages.push({ headers: Object.fromEntries(plain) as object as never, body: toUtf8(body) });
    start += length;
  }
  return messages;
};

const write = async (events: unknown) => messagesOf(await bytesOf(events));

const collect = async (events: AsyncIterable<object>): Promise<object[]> => {
  const list: object[] = [];
  for await (const event of events) list.push(event);
  return list;
};

const read = (...messages: Uint8Array[]): Promise<object[]> =>
  collect(
    readEvents(union, new Uint8Array(Buffer.concat(messages)), {
      path: ["events"],
      defaults: true,
    }),
  );

const text = (value: string): MessageHeaderValue => ({ type: "string", value });

const message = (headers: MessageHeaders, body = ""): Uint8Array =>
  codec.encode({ headers, body: fromUtf8(body) });

const event = (type: string, headers: MessageHeaders = {}, body = ""): Uint8Array =>
  message({ ":message-type": text("event"), ":event-type": text(type), ...headers }, body);

const ALL_HEADERS = {
  boolean: false,
  byte: -1,
  short: 300,
  integer: -70000,
  intEnum: 7,
  long: 4294967294,
  blob: new Uint8Array([0, 255]),
  string: "ä",
  enum: "A",
  timestamp: new Date("2024-10-31T14:15:14.500Z"),
};

describe("writeEvents", () => {
  it("writes headers of all types", async () => {
    const [written] = await write([{ headers: ALL_HEADERS }]);
    expect(written).toEqual({
      headers: {
        ":message-type": "event",
        ":event-type": "headers",
        boolean: ["boolean", false],
        byte: ["byte", -1],
        short: ["short", 300],
        integer: ["integer", -70000],
        intEnum: ["integer", 7],
        long: ["long", 4294967294],
        blob: ["binary", new Uint8Array([0, 255])],
        string: "ä",
        enum: "A",
        timestamp: ["timestamp", ALL_HEADERS.timestamp],
      },
      body: "",
    });
  });

  it("writes bodies of all kinds", async () => {
    const written = await write([
      { blob: { payload: fromUtf8("bytes") } },
      { text: { payload: "text" } },
      { structure: { payload: { a: 12345678901234567890n } } },
      { union: { payload: { b: "b" } } },
      { document: { id: "1", data: new Uint8Array([1]) } },
    ]);
    expect(written.map(({ headers, body }) => [headers[":content-type"], body])).toEqual([
      ["application/octet-stream", "bytes"],
      ["text/plain", "text"],
      ["application/json", '{"a":12345678901234567890}'],
      ["application/json", '{"b":"b"}'],
      ["application/json", '{"d":"AQ=="}'],
    ]);
  });

  it("writes no content type where there is no body", async () => {
    const written = await write([{ ping: {} }, { text: {} }]);
    expect(written).toEqual(
      ["ping", "text"].map((type) => ({
        headers: { ":message-type": "event", ":event-type": type },
        body: "",
      })),
    );
  });

  it("fills in the model's defaults", async () => {
    const [written] = await write([{ defaults: {} }]);
    expect(written?.headers["count"]).toEqual(["integer", 5]);
    expect(written?.body).toBe('{"name":"x"}');
  });

  it("writes events that the model does not know", async () => {
    const [written] = await write([{ $unknown: ["later", { a: 1 }] }]);
    expect(written?.headers[":event-type"]).toBe("later");
    expect(written?.body).toBe('{"a":1}');
  });

  it("says what the body is, and ends it at once where there are no events", async () => {
    const response = writeResponse(chat, { id: "1" });
    expect(response.headers).toEqual({
      "content-type": "application/vnd.amazon.eventstream",
      "x-id": "1",
    });
    expect((await toResponse(response).arrayBuffer()).byteLength).toBe(0);
  });

  it("takes each event when it is read, and closes the iterable when it is left", async () => {
    const log: string[] = [];
    const events = async function* () {
      try {
        for (let index = 0; ; index++) {
          log.push(`event ${index}`);
          yield { ping: {} };
        }
      } finally {
        log.push("closed");
      }
    };
    const { body } = toResponse(writeResponse(chat, { events: events() }));
    const reader = body!.getReader();
    expect(log).toEqual([]);
    await reader.read();
    expect(log).toEqual(["event 0"]);
    await reader.cancel();
    expect(log).toEqual(["event 0", "closed"]);
  });

  it("refuses what is no iterable", () => {
    expect(() => writeResponse(chat, { events: "text" })).toThrow(
      "expected an iterable of events at '/events'",
    );
  });

  it.each([
    ["a member of the union", [{ bad: { Message: "no", at: new Date(1000) } }]],
    ["an error in the iterable", failing({ name: "BadThing", message: "no", at: new Date(1000) })],
    [
      "an error of the client's class",
      failing({ name: "BadThingError", Message: "no", at: new Date(1000) }),
    ],
  ])("writes %s as an exception", async (_, events) => {
    expect(await write(events)).toEqual([
      {
        headers: {
          ":message-type": "exception",
          ":exception-type": "bad",
          ":content-type": "application/json",
        },
        body: '{"Message":"no","at":1}',
      },
    ]);
  });

  it("writes any other failure as an error, and ends", async () => {
    const failure = (code: string, reason: string) => ({
      headers: { ":message-type": "error", ":error-code": code, ":error-message": reason },
      body: "",
    });
    expect(await write(failing(new RangeError("far")))).toEqual([failure("RangeError", "far")]);
    expect(await write(failing("text"))).toEqual([failure("Error", "text")]);
    expect(await write([{ headers: { byte: 128 } }, { ping: {} }])).toEqual([
      failure(
        "TypeError",
        "The answer does not fit the model: expected a number of type byte at '/events/0/headers/byte'.",
      ),
    ]);
  });

  it("is given arrays and generators alike", () => {
    interface Output {
      events?: AsyncIterable<{ ping: object }>;
    }
    const array: Answer<Output> = { events: [{ ping: {} }] };
    // @ts-expect-error -- not an event.
    const wrong: Answer<Output> = { events: [{ pong: {} }] };
    expect([array, wrong]).toHaveLength(2);
  });
});

describe("readEvents", () => {
  it("reads what was written", async () => {
    const events = [
      { headers: ALL_HEADERS },
      { headers: {} },
      { blob: { payload: new Uint8Array([1, 2]) } },
      { text: { payload: "" } },
      { text: {} },
      { structure: { payload: { a: 12345678901234567890n } } },
      { union: { payload: { b: "b" } } },
      { document: { id: "1", data: new Uint8Array([1]) } },
      { document: {} },
      { ping: {} },
    ];
    expect(await read(await bytesOf(events))).toEqual(events);
  });

  it("reads numbers of any width that fit, as AWS's clients send them", async () => {
    const long: MessageHeaderValue = { type: "long", value: Int64.fromNumber(5) };
    expect(
      await read(event("headers", { byte: { type: "integer", value: 4 }, short: long })),
    ).toEqual([{ headers: { byte: 4, short: 5 } }]);
  });

  it("fills in the model's defaults", async () => {
    expect(await read(event("defaults"))).toEqual([{ defaults: { count: 5, name: "x" } }]);
  });

  it("takes messages out of signed ones, and ends with the empty one", async () => {
    const sign = (body: Uint8Array) =>
      codec.encode({
        headers: { ":chunk-signature": { type: "binary", value: new Uint8Array(32) } },
        body,
      });
    const ping = event("ping");
    expect(await read(sign(ping), sign(ping), sign(new Uint8Array()), ping)).toEqual([
      { ping: {} },
      { ping: {} },
    ]);
  });

  it("skips what opens the stream in other protocols", async () => {
    expect(await read(event("initial-request", {}, "{}"), event("ping"))).toEqual([{ ping: {} }]);
  });

  it.each(["later", "bad", "toString", "$unknown"])("refuses the event %s", async (type) => {
    const reading = read(event("ping"), event(type, {}, "{}"));
    await expect(reading).rejects.toMatchObject({ name: "SerializationException", status: 400 });
    await expect(reading).rejects.toThrow(`'ping', found '${type}' at '/events/1'`);
  });

  it("throws exceptions and errors of the caller", async () => {
    const exception = { ":message-type": text("exception"), ":exception-type": text("bad") };
    const thrown = await read(
      message(exception, '{"Message":"no","at":1,"other":2,"__proto__":1}'),
    ).catch((reason: unknown) => reason);
    // By the name that the shape has, whatever the union calls it, and with members of their types.
    expect(thrown).toMatchObject({ name: "BadThing", $fault: "client", message: "no" });
    expect({ ...(thrown as object) }).toMatchObject({ Message: "no", at: new Date(1000) });
    expect(thrown).not.toHaveProperty("other");
    const unknown = { ":message-type": text("exception"), ":exception-type": text("later") };
    await expect(read(message(unknown, '{"a":1}'))).rejects.toMatchObject({ name: "later", a: 1 });
    const error = { ":message-type": text("error"), ":error-code": text("Internal") };
    await expect(read(message({ ...error, ":error-message": text("no") }))).rejects.toMatchObject({
      name: "Internal",
      message: "no",
    });
  });

  const bytes: MessageHeaderValue = { type: "binary", value: fromUtf8("event") };
  it.each([
    [
      "no message type",
      message({ ":event-type": text("ping") }),
      "/events/0",
      "the text ':message-type', found nothing",
    ],
    [
      "a message type that is no text",
      message({ ":message-type": bytes }),
      "/events/0",
      "the text ':message-type', found a header of type binary",
    ],
    [
      "an unknown message type",
      message({ ":message-type": text("rumour") }),
      "/events/0",
      "an event, an exception or an error, found 'rumour'",
    ],
    [
      "no event type",
      message({ ":message-type": text("event") }),
      "/events/0",
      "the text ':event-type', found nothing",
    ],
    [
      "an event type that is no text",
      event("", { ":event-type": bytes }),
      "/events/0",
      "the text ':event-type', found a header of type binary",
    ],
    [
      "no exception type",
      message({ ":message-type": text("exception") }),
      "/events/0",
      "the text ':exception-type', found nothing",
    ],
    [
      "no error code",
      message({ ":message-type": text("error") }),
      "/events/0",
      "the text ':error-code', found nothing",
    ],
    [
      "an exception whose member has another type",
      message({ ":message-type": text("exception"), ":exception-type": text("bad") }, '{"at":"x"}'),
      "/events/0/bad/at",
    ],
    [
      "an exception that is no object",
      message({ ":message-type": text("exception"), ":exception-type": text("bad") }, "[]"),
      "/events/0/bad",
    ],
    ["a header of another type", event("headers", { byte: text("1") }), "/events/0/headers/byte"],
    [
      "a number that does not fit",
      event("headers", { byte: { type: "short", value: 128 } }),
      "/events/0/headers/byte",
    ],
    ["JSON of another type", event("document", {}, '{"d":1}'), "/events/0/document/data"],
    ["JSON that is no object", event("document", {}, "[]"), "/events/0/document"],
    ["a part of a message", event("ping").subarray(0, 20), "/events"],
    ["a part of a length", new Uint8Array(3), "/events"],
    ["no length", new Uint8Array(16), "/events"],
  ] as [string, Uint8Array, string, string?][])(
    "throws at %s",
    async (_, malformed, path, says = "") => {
      const problem = await read(malformed).catch((error: unknown) => error);
      expect(problem).toMatchObject({ name: "SerializationException", status: 400 });
      expect((problem as Error).message).toContain(`'${path}'`);
      expect((problem as Error).message).toContain(says);
    },
  );

  it("gives the events before a malformed message first", async () => {
    const body = new Uint8Array([...event("ping"), 1]);
    const events = readEvents(union, body, { path: [], defaults: true })[Symbol.asyncIterator]();
    expect(await events.next()).toEqual({ done: false, value: { ping: {} } });
    await expect(events.next()).rejects.toThrow("Expected whole messages");
  });
});

describe("a service with streams of events", () => {
  const EVENT_STREAM = { "content-type": "application/vnd.amazon.eventstream", "x-id": "1" };

  it("gives the events of the request, as often as they are asked for", async () => {
    const decoded = await server(chat).decode({ headers: EVENT_STREAM, body: event("ping") });
    const { id, events } = decoded as { id: string; events: AsyncIterable<object> };
    expect(id).toBe("1");
    expect(await collect(events)).toEqual([{ ping: {} }]);
    expect(await collect(events)).toEqual([{ ping: {} }]);
  });

  it("gives no events where the body is empty", async () => {
    const decoded = await server(chat).decode({ headers: EVENT_STREAM });
    expect(await collect((decoded as { events: AsyncIterable<object> }).events)).toEqual([]);
  });

  it("refuses other media types", async () => {
    const { decode } = server(chat);
    const json = { "content-type": "application/json" };
    expect(await decode({ headers: json, body: "{}" })).toBe("UnsupportedMediaTypeException");
    const accept = { ...EVENT_STREAM, accept: "application/json" };
    expect(await decode({ headers: accept })).toBe("NotAcceptableException");
  });

  it("answers without events if nobody says otherwise", () => {
    expect(exampleOutput(chat)).toEqual({ events: [] });
  });

  it("keeps members of events in ordinary bodies", async () => {
    const { decode } = server(operation(structure(header("id", "string"))));
    const request = { headers: { "content-type": "application/json" }, body: '{"id":"1"}' };
    expect(await decode(request)).toEqual({ id: "1" });
  });
});

/** Events that fail before the first. */
const failing = (error: unknown): AsyncIterable<object> => ({
  [Symbol.asyncIterator]: () => ({
    next: async () => {
      throw error;
    },
  }),
});
