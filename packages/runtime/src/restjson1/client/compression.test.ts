import { Readable } from "node:stream";
import { gunzipSync, gzipSync } from "node:zlib";
import { HttpRequest } from "@smithy/core/transport";
import { expect, test } from "vitest";
import type { ResolvedConfig } from "../../config/resolved-config.js";
import { compressKnownLength, compressRequest } from "./compression.js";

const LONG = "Lorem ipsum. ".repeat(1000);

const requestWith = (body: unknown, headers: Record<string, string> = {}) =>
  new HttpRequest({ method: "POST", hostname: "example.com", path: "/", headers, body });

const config = (given: Partial<ResolvedConfig> = {}) => given as ResolvedConfig;

test.each([
  ["text", LONG],
  ["bytes", new TextEncoder().encode(LONG)],
])("compresses long %s", async (_kind, body) => {
  const request = requestWith(body, { "content-length": String(LONG.length) });
  await compressRequest(request, config());
  expect(request.headers).toEqual({ "content-encoding": "gzip" });
  expect(gunzipSync(request.body as Uint8Array).toString()).toBe(LONG);
});

test("leaves short bodies, missing ones and all where it is switched off", async () => {
  for (const [body, given] of [
    ["short", config()],
    [undefined, config()],
    [LONG, config({ disableRequestCompression: true })],
    [LONG, config({ disableRequestCompression: async () => true })],
    [LONG, config({ requestMinCompressionSizeBytes: LONG.length + 1 })],
  ] as const) {
    const request = requestWith(body);
    await compressRequest(request, given);
    expect(request).toMatchObject({ body, headers: {} });
  }
});

test("the least size may be zero, and is no more than 10 MiB", async () => {
  const request = requestWith("a", { "content-encoding": "custom" });
  await compressRequest(request, config({ requestMinCompressionSizeBytes: async () => 0 }));
  expect(request.headers["content-encoding"]).toBe("custom, gzip");
  const tooBig = config({ requestMinCompressionSizeBytes: 10_485_761 });
  await expect(compressRequest(requestWith("a"), tooBig)).rejects.toThrow(RangeError);
});

test.each([
  ["a stream of Node", () => Readable.from([Buffer.from(LONG)])],
  ["a stream of the web", () => new Response(LONG).body],
  ["a blob", () => new Blob([LONG])],
])("compresses %s on its way", async (_kind, make) => {
  const request = requestWith(make());
  await compressRequest(request, config());
  expect(request.headers["content-encoding"]).toBe("gzip");
  const chunks: Uint8Array[] = [];
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe(LONG);
});

test("a stream whose length must be known goes out as it is", async () => {
  const body = Readable.from([gzipSync("a")]);
  const request = requestWith(body);
  await compressKnownLength(request, config());
  expect(request).toMatchObject({ body, headers: {} });
  const long = requestWith(LONG);
  await compressKnownLength(long, config());
  expect(long.headers["content-encoding"]).toBe("gzip");
});

test("an error of the stream is one of the compressed stream", async () => {
  const broken = new Readable({ read: () => broken.destroy(new Error("broken")) });
  const request = requestWith(broken);
  await compressRequest(request, config());
  await expect((request.body as Readable).toArray()).rejects.toThrow("broken");
});
