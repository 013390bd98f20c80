import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { HttpRequest, HttpResponse } from "@smithy/core/transport";
import { describe, expect, test } from "vitest";
import type { ResolvedConfig } from "../../config/resolved-config.js";
import { addChecksum, addContentMd5, requestChecksumMode, verifyChecksum } from "./checksums.js";

const requestWith = (body: unknown, headers: Record<string, string> = {}) =>
  new HttpRequest({ method: "POST", hostname: "example.com", path: "/", headers, body });

const hash = (algorithm: string, text: string) =>
  createHash(algorithm).update(text).digest("base64");

const config = (given: Partial<ResolvedConfig> = {}) => given as ResolvedConfig;

describe("Content-MD5", () => {
  test.each(["", "a", "ü".repeat(100)])("of %j", async (text) => {
    for (const body of [text, new TextEncoder().encode(text)]) {
      const request = requestWith(body);
      await addContentMd5(request, config());
      expect(request.headers).toEqual({ "content-md5": hash("md5", text) });
    }
  });

  test("one that is given stays; a stream has none", async () => {
    const given = requestWith("a", { "content-md5": "mine" });
    await addContentMd5(given, config());
    expect(given.headers).toEqual({ "content-md5": "mine" });
    const stream = requestWith(Readable.from(["a"]));
    await addContentMd5(stream, config());
    expect(stream.headers).toEqual({});
  });
});

describe("x-amz-checksum", () => {
  const algorithmHeader = "x-amz-sdk-checksum-algorithm";
  const required = addChecksum({ algorithmHeader, required: true });
  const optional = addChecksum({ algorithmHeader, required: false });

  test.each([
    ["SHA1", "sha1"],
    ["SHA256", "sha256"],
  ])("%s, as the caller chose", async (algorithm, name) => {
    const request = requestWith("text", { [algorithmHeader]: algorithm });
    await required(request, config());
    expect(request.headers).toEqual({
      [algorithmHeader]: algorithm,
      [`x-amz-checksum-${name}`]: hash(name, "text"),
    });
  });

  test("CRC32 where nobody chose", async () => {
    const request = requestWith("123456789");
    await required(request, config());
    expect(request.headers).toEqual({
      [algorithmHeader]: "CRC32",
      "x-amz-checksum-crc32": Buffer.from("cbf43926", "hex").toString("base64"),
    });
  });

  test("none where the service does not insist and the configuration asks for that", async () => {
    const whenRequired = { requestChecksumCalculation: "WHEN_REQUIRED" } as const;
    const request = requestWith("a");
    await optional(request, config(whenRequired));
    expect(request.headers).toEqual({});
    await required(request, config(whenRequired));
    expect(request.headers).toHaveProperty("x-amz-checksum-crc32");
    const supported = requestWith("a");
    await optional(supported, config({ requestChecksumCalculation: async () => "WHEN_SUPPORTED" }));
    expect(supported.headers).toHaveProperty("x-amz-checksum-crc32");
  });

  test("one that is given stays; a stream and a missing body have none", async () => {
    for (const [body, headers] of [
      ["a", { "x-amz-checksum-crc64nvme": "mine" }],
      [Readable.from(["a"]), {}],
      [undefined, {}],
    ] as const) {
      const request = requestWith(body, headers);
      await required(request, config());
      expect(request.headers).toEqual(headers);
    }
  });

  // The check values of the algorithms' own specifications.
  test.each([
    ["CRC32", "cbf43926"],
    ["CRC32C", "e3069283"],
    ["CRC64NVME", "ae8b14860a799888"],
  ])("%s of 123456789", async (algorithm, hex) => {
    const request = requestWith("123456789", { [algorithmHeader]: algorithm });
    await required(request, config());
    const value = Buffer.from(hex, "hex").toString("base64");
    expect(request.headers[`x-amz-checksum-${algorithm.toLowerCase()}`]).toBe(value);
  });

  test("an algorithm that is not known is an error", async () => {
    const request = requestWith("a", { [algorithmHeader]: "CRC7" });
    await expect(required(request, config())).rejects.toThrow("CRC7");
  });
});

describe("the checksum of a response", () => {
  const mode = "x-amz-checksum-mode";
  const crc32 = Buffer.from("cbf43926", "hex").toString("base64");
  const verify = verifyChecksum(mode, ["SHA256", "CRC32"]);
  const asked = requestWith(undefined, { [mode]: "ENABLED" });
  const responseWith = (body: unknown, headers: Record<string, string>) =>
    new HttpResponse({ statusCode: 200, headers, body });

  test("is asked for, unless the configuration or the input says otherwise", async () => {
    const headersOf = async (given: Partial<ResolvedConfig>, headers = {}) => {
      const request = requestWith(undefined, headers);
      await requestChecksumMode(mode)(request, config(given));
      return request.headers;
    };
    expect(await headersOf({})).toEqual({ [mode]: "ENABLED" });
    expect(await headersOf({ responseChecksumValidation: "WHEN_REQUIRED" })).toEqual({});
    expect(await headersOf({}, { [mode]: "OTHER" })).toEqual({ [mode]: "OTHER" });
  });

  test.each([
    ["text", "123456789"],
    ["bytes", new TextEncoder().encode("123456789")],
  ])("fits %s", async (_kind, body) => {
    const response = responseWith(body, { "x-amz-checksum-crc32": crc32 });
    await verify(asked, response);
    expect(response.body).toBe(body);
  });

  test("that does not fit is an error", async () => {
    const response = responseWith("12345678", { "x-amz-checksum-crc32": crc32 });
    await expect(verify(asked, response)).rejects.toThrow(
      /Checksum mismatch.*x-amz-checksum-crc32/,
    );
  });

  test("that does not fit a stream fails it at its end", async () => {
    const read = async (text: string) => {
      const body = Readable.from([Buffer.from(text)]);
      const response = responseWith(body, { "x-amz-checksum-crc32": crc32 });
      await verify(asked, response);
      return Buffer.concat(await (response.body as Readable).toArray()).toString();
    };
    expect(await read("123456789")).toBe("123456789");
    await expect(read("12345678")).rejects.toThrow("Checksum mismatch");
  });

  test.each([
    ["nobody asked for it", requestWith(undefined), { "x-amz-checksum-crc32": "wrong" }],
    ["it is of parts", asked, { "x-amz-checksum-crc32": "wrong-2" }],
    ["the operation has no such algorithm", asked, { "x-amz-checksum-sha1": "wrong" }],
  ])("is not looked at where %s", async (_why, request, headers) => {
    await expect(verify(request, responseWith("a", headers))).resolves.toBeUndefined();
  });
});
