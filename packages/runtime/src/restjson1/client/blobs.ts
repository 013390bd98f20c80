import { fromBase64, toBase64 } from "@smithy/core/serde";

/** Bytes, or text as UTF-8, in Base64. */
export function writeBlob(value: Uint8Array | string): string {
  return toBase64(value);
}

/** The bytes of a Base64 text. */
export function readBlob(value: string): Uint8Array {
  return fromBase64(value);
}
