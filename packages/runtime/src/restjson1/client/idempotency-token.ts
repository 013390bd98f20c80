import { generateIdempotencyToken } from "@smithy/core/serde";

/** A new random token, for a request that may be sent twice but must act once. */
export const idempotencyToken = (): string => generateIdempotencyToken();
