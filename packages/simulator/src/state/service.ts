import { IdempotencyLog } from "../idempotency.js";
import type { NetworkState } from "./network.js";

/** Everything that the service knows. */
export interface ServiceState {
  /** How many random numbers were drawn for ids. */
  drawn: number;
  /** Those that are there, and those whose deletion goes on. */
  readonly networks: Map<string, NetworkState>;
  /** When the deletion of a network that is still there is over, in milliseconds since 1970. */
  readonly deletions: Map<string, number>;
  /** Networks that are gone for good. */
  readonly deleted: Set<string>;
  readonly idempotency: IdempotencyLog;
}

/** A service without networks. */
export const createServiceState = (): ServiceState => ({
  drawn: 0,
  networks: new Map(),
  deletions: new Map(),
  deleted: new Set(),
  idempotency: new IdempotencyLog(),
});
