import { concatBytes, toUint8Array } from "@smithy/core/serde";
import type { Checksum, SourceData } from "@smithy/types";

/** SHA-256, and HMAC with it, by WebCrypto. */
export class Sha256Web implements Checksum {
  readonly #secret: SourceData | undefined;
  #data: Uint8Array[] = [];

  constructor(secret?: SourceData) {
    this.#secret = secret;
  }

  update(chunk: Uint8Array): void {
    this.#data.push(chunk);
  }

  async digest(): Promise<Uint8Array> {
    const subtle = globalThis.crypto?.subtle;
    if (subtle === undefined) {
      // Browsers have it on pages from https: and localhost alone.
      throw new Error("Signing needs WebCrypto: use a secure context, or pass `sha256`.");
    }
    const data = concatBytes(this.#data) as BufferSource;
    if (this.#secret === undefined) return new Uint8Array(await subtle.digest("SHA-256", data));

    const algorithm = { name: "HMAC", hash: "SHA-256" };
    const secret = toUint8Array(this.#secret as string) as BufferSource;
    const key = await subtle.importKey("raw", secret, algorithm, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", key, data));
  }

  reset(): void {
    this.#data = [];
  }
}
