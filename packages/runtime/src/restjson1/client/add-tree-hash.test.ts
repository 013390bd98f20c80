import { createHash } from "node:crypto";
import { HttpRequest } from "@smithy/core/transport";
import { expect, test } from "vitest";
import { zooClient } from "../../testing/service.js";
import { addTreeHash } from "./add-tree-hash.js";

const { config } = zooClient();
const sha256 = (...parts: (string | Uint8Array)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

const headersOf = async (body: unknown, headers: Record<string, string> = {}) => {
  const request = new HttpRequest({ headers, body });
  await addTreeHash(request, config);
  return request.headers;
};

test("of up to a MiB, both hashes are the same", async () => {
  const hash = sha256("hello world").toString("hex");
  expect(await headersOf("hello world")).toEqual({
    "x-amz-content-sha256": hash,
    "x-amz-sha256-tree-hash": hash,
  });
});

test("of more, the second is the hash of the hashes of its parts", async () => {
  const body = new Uint8Array(1024 * 1024 + 1).fill(7);
  const [first, second] = [body.subarray(0, 1024 * 1024), body.subarray(1024 * 1024)];
  expect(await headersOf(body)).toEqual({
    "x-amz-content-sha256": sha256(body).toString("hex"),
    "x-amz-sha256-tree-hash": sha256(sha256(first), sha256(second)).toString("hex"),
  });
});

test("a hash that the caller gave stays", async () => {
  expect(await headersOf("x", { "x-amz-sha256-tree-hash": "mine" })).toMatchObject({
    "x-amz-sha256-tree-hash": "mine",
  });
});

test("no body has no hash", async () => {
  expect(await headersOf(undefined)).toEqual({});
});

test("a stream is refused in words", async () => {
  await expect(headersOf(new ReadableStream())).rejects.toThrow("The body must be text or bytes");
});
