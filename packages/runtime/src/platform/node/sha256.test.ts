import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { Sha256Web } from "../browser/sha256.js";
import { Sha256Node } from "./sha256.js";

const chunks = ["", "abc", "ü".repeat(100)].map((text) => new TextEncoder().encode(text));

it.each([
  ["node:crypto", Sha256Node],
  ["WebCrypto", Sha256Web],
])("hashes by %s", async (_name, Sha256) => {
  const hash = new Sha256();
  const expected = createHash("sha256");
  for (const chunk of chunks) {
    hash.update(chunk);
    expected.update(chunk);
  }
  expect(Buffer.from(await hash.digest())).toEqual(expected.digest());
  hash.reset();
  hash.update(chunks[1]!);
  expect(Buffer.from(await hash.digest()).toString("hex")).toBe(
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});

it.each([
  ["node:crypto", Sha256Node],
  ["WebCrypto", Sha256Web],
])("authenticates by %s, with keys of text and of bytes", async (_name, Sha256) => {
  for (const key of ["key", new Uint8Array([1, 2, 255])]) {
    const hash = new Sha256(key);
    hash.update(chunks[2]!);
    const expected = createHmac("sha256", key).update(chunks[2]!).digest();
    expect(Buffer.from(await hash.digest())).toEqual(expected);
  }
});
