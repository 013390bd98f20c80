import crypto, { createHash, createHmac } from "node:crypto";
import type { Checksum, SourceData } from "@smithy/types";

/** One call for a whole digest; newer Nodes have it, and it is twice as fast for short texts. */
const hashAtOnce = (
  crypto as {
    hash?: {
      (name: string, data: Uint8Array, encoding: "buffer"): Buffer;
      (name: string, data: string, encoding: "hex"): string;
    };
  }
).hash;

/** SHA-256, and HMAC with it, by `node:crypto`. */
export class Sha256Node implements Checksum {
  /** The hexadecimal digest of a text, without making bytes of it first. */
  static hashText(text: string): string {
    return hashAtOnce === undefined
      ? createHash("sha256").update(text).digest("hex")
      : hashAtOnce("sha256", text, "hex");
  }

  /** The hexadecimal HMAC of a text. */
  static signText(secret: Uint8Array, text: string): string {
    return createHmac("sha256", secret).update(text).digest("hex");
  }

  readonly digestLength = 32;
  readonly #secret: SourceData | undefined;
  #data: Uint8Array[] = [];

  constructor(secret?: SourceData) {
    this.#secret = secret;
  }

  update(chunk: Uint8Array): void {
    this.#data.push(chunk);
  }

  async digest(): Promise<Uint8Array> {
    if (this.#secret === undefined && this.#data.length === 1 && hashAtOnce !== undefined)
      return hashAtOnce("sha256", this.#data[0]!, "buffer");

    const hash =
      this.#secret === undefined
        ? createHash("sha256")
        : createHmac("sha256", this.#secret as string);
    for (const chunk of this.#data) hash.update(chunk);

    return hash.digest();
  }

  reset(): void {
    this.#data = [];
  }
}
