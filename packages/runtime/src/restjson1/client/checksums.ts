import { Md5Js } from "@smithy/core/checksum";
import { toBase64 } from "@smithy/core/serde";
import type { ChecksumBehavior } from "../../config/client-config.js";
import type { PrepareRequest, VerifyResponse } from "../../operation.js";

/** Adds the MD5 of the body, unless the caller gave one. The checksum of a stream is the caller's to give. */
export const addContentMd5: PrepareRequest = async ({ headers, body }) => {
  const bytes = bytesOf(body);
  if (headers["content-md5"] !== undefined || bytes === undefined) return;

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
export const addChecksum =
  ({ algorithmHeader = "", required }: ChecksumOptions): PrepareRequest =>
  async ({ headers, body }, config) => {
    const bytes = bytesOf(body);
    const given = Object.keys(headers).some((name) => name.startsWith("x-amz-checksum-"));
    if (given || bytes === undefined) return;

    const chosen = headers[algorithmHeader];
    if (chosen === undefined && !required && (await isLeftOut(config.requestChecksumCalculation)))
      return;

    const algorithm = chosen ?? "CRC32";
    if (algorithmHeader !== "") headers[algorithmHeader] = algorithm;

    const { checksumOf } = await import("./checksum-algorithms.js");
    headers[headerOf(algorithm)] = await checksumOf(algorithm.toUpperCase(), bytes);
  };

/** Asks the service for the checksum of its response, unless the configuration leaves that to the caller. */
export const requestChecksumMode =
  (modeHeader: string): PrepareRequest =>
  async ({ headers }, config) => {
    if (headers[modeHeader] === undefined && !(await isLeftOut(config.responseChecksumValidation)))
      headers[modeHeader] = ENABLED;
  };

/**
 * Checks the body of a response that was asked to come with a checksum, and has one. Bodies that are
 * still on their way fail at their end.
 *
 * @throws Error where body and checksum do not fit.
 */
export const verifyChecksum =
  (modeHeader: string, algorithms: readonly string[]): VerifyResponse =>
  async (request, response) => {
    if (request.headers[modeHeader] !== ENABLED || response.body == null) return;

    const given = (algorithm: string) => response.headers[headerOf(algorithm)];
    if (!algorithms.some(given)) return;

    const { checkedStream, checksumOf, knownAlgorithms } = await import("./checksum-algorithms.js");
    const algorithm = knownAlgorithms(algorithms).find((name) => isWhole(given(name)));
    if (algorithm === undefined) return;

    const expected = given(algorithm)!;
    const bytes = bytesOf(response.body);
    if (bytes === undefined) {
      response.body = checkedStream(algorithm, response.body, expected, headerOf(algorithm));
      return;
    }
    const found = await checksumOf(algorithm, bytes);
    if (found !== expected) {
      throw new Error(
        `Checksum mismatch: expected "${expected}" but received "${found}" in response header "${headerOf(algorithm)}".`,
      );
    }
  };

const ENABLED = "ENABLED";

const headerOf = (algorithm: string) => `x-amz-checksum-${algorithm.toLowerCase()}`;

/** A checksum of checksums ends with the number of its parts, and says nothing of the whole. */
const isWhole = (checksum: string | undefined) => checksum !== undefined && !/-\d+$/.test(checksum);

const isLeftOut = async (
  given: ChecksumBehavior | (() => Promise<ChecksumBehavior>) | undefined,
): Promise<boolean> => {
  const value = typeof given === "function" ? await given() : given;
  return value === "WHEN_REQUIRED";
};

/** The bytes that are sent; undefined for none, and for streams. */
const bytesOf = (body: unknown): Uint8Array | undefined => {
  if (typeof body === "string") return new TextEncoder().encode(body);
  return body instanceof Uint8Array ? body : undefined;
};
