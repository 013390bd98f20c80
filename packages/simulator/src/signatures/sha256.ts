import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Checksum, SourceData } from "@smithy/types";

/** SHA-256, and HMAC with it where there is a secret, in the form that the signer asks for. */
export class Sha256 implements Checksum {
  readonly #secret: Uint8Array | undefined;
  #hash;

  constructor(secret?: SourceData) {
    this.#secret = secret === undefined ? undefined : toBytes(secret);
    this.#hash = this.#create();
  }

  update(data: SourceData): void {
    this.#hash.update(toBytes(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    this.#hash = this.#create();
  }

  #create() {
    return this.#secret ? hmac.create(sha256, this.#secret) : sha256.create();
  }
}

const toBytes = (data: SourceData): Uint8Array => {
  if (typeof data === "string") return utf8ToBytes(data);
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
};
