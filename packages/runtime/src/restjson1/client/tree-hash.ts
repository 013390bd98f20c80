import { TreeHash } from "@aws-sdk/sha256-tree-hash";
import { toHex, toUint8Array } from "@smithy/core/serde";
import type { ChecksumConstructor } from "@smithy/types";
import type { ResolvedConfig } from "../../config/resolved-config.js";

/** The hashes of a body, by the header that carries them. */
export const hashesOf = async (
  body: unknown,
  { sha256 }: ResolvedConfig,
): Promise<Record<string, string>> => {
  if (typeof body !== "string" && !ArrayBuffer.isView(body))
    throw new Error("The body must be text or bytes: it is hashed before it is sent.");

  const bytes = toUint8Array(body);
  const Sha256 = sha256 as ChecksumConstructor;
  const whole = new Sha256();
  whole.update(bytes);
  const tree = new TreeHash(Sha256 as never, toUint8Array as never);
  tree.update(bytes);
  return {
    "x-amz-content-sha256": toHex(await whole.digest()),
    "x-amz-sha256-tree-hash": toHex(await tree.digest()),
  };
};
