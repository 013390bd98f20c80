import { runtime } from "../../typescript/runtime.js";
import { type Expression, binary, call } from "../../typescript/tree.js";

/** The idempotency token that the caller gave, or a new one. */
export const orToken = (value: Expression): Expression =>
  binary(value, "??", call(runtime.internal.idempotencyToken));
