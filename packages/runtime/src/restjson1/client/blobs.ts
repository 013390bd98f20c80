import { fromBase64, toBase64 } from "@smithy/core/serde";

/** Bytes, or text as UTF-8, in Base64. */
export const writeBlob = (value: Uint8Array | string): string => toBase64(value);

/** The bytes of a Base64 text. */
export const readBlob = (value: string): Uint8Array => fromBase64(value);
