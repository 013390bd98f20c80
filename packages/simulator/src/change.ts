import type { OperationName } from "./operations/operation.js";
import type { TransitionName } from "./transitions/index.js";

/** Something that changed the state. Doing the same things again, at the same times, gives the same state. */
export interface Change {
  readonly kind: "operation" | "transition";
  readonly name: OperationName | TransitionName;
  /** Secrets in it are sealed. */
  readonly input: object;
  /** When it was done, in milliseconds since 1970. */
  readonly time: number;
}
