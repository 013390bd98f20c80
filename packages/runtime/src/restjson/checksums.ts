import { Md5Js } from "@smithy/core/checksum";
import { toBase64 } from "@smithy/core/serde";
import type { ResolvedConfig } from "../config/resolved-config.js";
import type { PrepareRequest } from "../operation.js";
import { crc32 } from "./crc32.js";

/** Adds the MD5 of the body, unless the caller gave one. The checksum of a stream is the caller's to give. */
export const addContentMd5: PrepareRequest = async ({ headers, body }) => {
  const bytes = bytesOf(body);
  if (headers["content-md5"] !== undefined || bytes === undefined) {
    return;
  }
  const md5 = new Md5Js();
  md5.update(bytes);
  headers["content-md5"] = toBase64(await md5.digest());
};

/** How an operation wants its checksum. */
export interface ChecksumOptions {
  /** The header that names the algorithm, where the caller may choose one. */
  readonly algorithmHeader?: string;
  /** Whether there must be one. */
  readonly required: boolean;
}

/** Adds `x-amz-checksum-…`, unless the caller gave one. The checksum of a stream is the caller's to give. */
export function addChecksum({ algorithmHeader = "", required }: ChecksumOptions): PrepareRequest {
  return async ({ headers, body }, config) => {
    const bytes = bytesOf(body);
    const given = Object.keys(headers).some((name) => name.startsWith("x-amz-checksum-"));
    if (given || bytes === undefined) {
      return;
    }
    const chosen = headers[algorithmHeader];
    if (chosen === undefined && !required && (await isOnRequest(config))) {
      return;
    }
    const algorithm = chosen ?? "CRC32";
    if (algorithmHeader !== "") {
      headers[algorithmHeader] = algorithm;
    }
    const digest = await digestOf(algorithm.toUpperCase(), bytes);
    headers[`x-amz-checksum-${algorithm.toLowerCase()}`] = toBase64(digest);
  };
}

async function isOnRequest({
  requestChecksumCalculation: given,
}: ResolvedConfig): Promise<boolean> {
  const value = typeof given === "function" ? await given() : given;
  return value === "WHEN_REQUIRED";
}

async function digestOf(algorithm: string, bytes: Uint8Array): Promise<Uint8Array> {
  switch (algorithm) {
    case "CRC32":
      return crc32(bytes);
    case "SHA1":
      return new Uint8Array(await crypto.subtle.digest("SHA-1", bytes as never));
    case "SHA256":
      return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as never));
    default:
      throw new Error(
        `The checksum algorithm ${algorithm} is not supported: choose CRC32, SHA1 or SHA256, or give the checksum itself.`,
      );
  }
}

/** The bytes that are sent; undefined for none, and for streams. */
function bytesOf(body: unknown): Uint8Array | undefined {
  if (typeof body === "string") return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : undefined;
}
