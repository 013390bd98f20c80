import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { HttpRequest } from "@smithy/core/transport";
import { describe, expect, test } from "vitest";
import type { ResolvedConfig } from "../config/resolved-config.js";
import { addChecksum, addContentMd5 } from "./checksums.js";

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

  test("an algorithm that is not supported is an error", async () => {
    const request = requestWith("a", { [algorithmHeader]: "CRC64NVME" });
    await expect(required(request, config())).rejects.toThrow("CRC64NVME");
  });
});
