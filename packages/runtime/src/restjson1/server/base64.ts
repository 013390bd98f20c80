import { fromBase64 as decode, toBase64 as encode } from "@smithy/core/serde";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Bytes from base64; undefined if characters or padding are wrong, which not every decoder minds. */
export const fromBase64 = (text: string): Uint8Array | undefined =>
  text.length % 4 === 0 && BASE64.test(text) ? decode(text) : undefined;

/** Base64 of bytes, or of text in UTF-8. */
export const toBase64 = (content: Uint8Array | string): string => encode(content);
