import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text, in hexadecimal. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** SHA-256 of a text, in Base64 for URLs. */
export const sha256Base64Url = (text: string): string => base64Url(sha256(utf8ToBytes(text)));

/** The username hash that stands for a username: upper and lower case are one. */
export const unameOf = (username: string): string => sha256Hex(username.toLowerCase());

/** Text as Base64 for URLs. */
export const encodeText = (text: string): string => base64Url(utf8ToBytes(text));

/** Undoes {@link encodeText}; undefined for what it never made. */
export const decodeText = (text: string): string | undefined => {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
