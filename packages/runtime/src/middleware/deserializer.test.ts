import { Readable } from "node:stream";
import { expect, it } from "vitest";
import { answering, variant, zooClient } from "../testing/service.js";
import type { PayloadKind } from "../operation.js";

const read = async (kind: PayloadKind | undefined, body: unknown): Promise<{ body?: unknown }> => {
  const client = zooClient({ requestHandler: answering({ body }) });
  const output: object = await client.send(
    variant({
      ...(kind && { payload: kind }),
      read: (payload) => ({ body: payload }) as never,
    }),
  );
  return output;
};

const bytes = new TextEncoder().encode('{"a":"ü"}');

it.each([
  ["text", '{"a":"ü"}'],
  ["bytes", bytes],
  ["a stream", Readable.from([bytes.subarray(0, 7), bytes.subarray(7)])],
  ["a web stream", new Blob([bytes]).stream()],
])("reads JSON that comes as %s", async (_name, body) => {
  expect(await read(undefined, body)).toMatchObject({ body: { a: "ü" } });
});

it.each([undefined, "", new Uint8Array(), Readable.from([]), "null"])(
  "takes nothing for an empty object",
  async (body) => {
    expect((await read(undefined, body)).body).toEqual({});
  },
);

it.each<[PayloadKind, unknown, unknown]>([
  ["text", "a", "a"],
  ["text", undefined, ""],
  ["bytes", "a", new Uint8Array([97])],
  ["bytes", undefined, new Uint8Array()],
  ["value", "[1]", [1]],
  ["value", "null", null],
  ["value", "", undefined],
])("gives %s as such", async (kind, body, expected) => {
  expect((await read(kind, body)).body).toEqual(expected);
});

it("leaves a stream open", async () => {
  const stream = Readable.from(["a"]);
  expect((await read("stream", stream)).body).toBe(stream);
});

it("shows what could not be read", async () => {
  const error: { [key: string]: unknown } = await read(undefined, "{oops").then(
    () => expect.unreachable(),
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(SyntaxError);
  expect(error["message"]).toContain("inspect the hidden field {error}.$response");
  expect(error["$responseBodyText"]).toBe("{oops");
  expect(error["$response"]).toMatchObject({ statusCode: 200, body: "{oops" });
  expect(error["$metadata"]).toMatchObject({ httpStatusCode: 200 });
});
