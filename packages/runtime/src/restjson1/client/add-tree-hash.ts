import type { PrepareRequest } from "../../operation.js";

/**
 * Adds `x-amz-content-sha256` and `x-amz-sha256-tree-hash`, the hash over the hashes of each MiB,
 * unless the caller gave them. Throws for a body whose bytes are not known yet.
 */
export const addTreeHash: PrepareRequest = async (request, config) => {
  if (request.body === undefined) return;

  const { hashesOf } = await import("./tree-hash.js");
  for (const [name, hash] of Object.entries(await hashesOf(request.body, config)))
    request.headers[name] ??= hash;
};
