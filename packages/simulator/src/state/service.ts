import { IdempotencyLog } from "../idempotency.js";
import type { NetworkState } from "./network.js";

/** Everything that the service knows. */
export interface ServiceState {
  /** How many random numbers were drawn for ids. */
  drawn: number;
  readonly networks: Map<string, NetworkState>;
  readonly idempotency: IdempotencyLog;
}

/** A service without networks. */
export const createServiceState = (): ServiceState => ({
  drawn: 0,
  networks: new Map(),
  idempotency: new IdempotencyLog(),
});
