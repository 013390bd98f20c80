import { Crc32, Crc32c, Crc64Nvme } from "@aws-sdk/checksums/crc";
import { Sha1, Sha256 } from "@aws-sdk/checksums/sha";
import { createChecksumStream, toBase64 } from "@smithy/core/serde";
import type { Checksum } from "@smithy/types";

/** By the names that the trait gives them; the least work first, for responses that have several. */
const ALGORITHMS: Readonly<Record<string, new () => Checksum>> = {
  CRC32: Crc32,
  CRC32C: Crc32c,
  CRC64NVME: Crc64Nvme,
  SHA1: Sha1,
  SHA256: Sha256,
};

/** The algorithms of the list that are known, in the order in which to look for them. */
export const knownAlgorithms = (names: readonly string[]): string[] =>
  Object.keys(ALGORITHMS).filter((name) => names.includes(name));

/** The checksum of bytes, in Base64. Throws where the algorithm is not known. */
export const checksumOf = async (algorithm: string, bytes: Uint8Array): Promise<string> => {
  const checksum = newChecksum(algorithm);
  checksum.update(bytes);
  return toBase64(await checksum.digest());
};

/** The stream, which fails at its end where the checksum is another one. */
export const checkedStream = (
  algorithm: string,
  source: unknown,
  expectedChecksum: string,
  checksumSourceLocation: string,
): unknown =>
  createChecksumStream({
    expectedChecksum,
    checksumSourceLocation,
    checksum: newChecksum(algorithm),
    source: source as ReadableStream,
    base64Encoder: toBase64,
  });

const newChecksum = (algorithm: string): Checksum => {
  const Algorithm = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
  if (Algorithm === undefined) {
    throw new Error(
      `The checksum algorithm ${algorithm} is not known: choose one of ${Object.keys(ALGORITHMS).join(", ")}, or give the checksum itself.`,
    );
  }
  return new Algorithm();
};
