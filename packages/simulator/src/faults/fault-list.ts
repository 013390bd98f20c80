import { drawLatency } from "./latency.js";
import type { Fault, FaultEffect } from "./fault.js";
import { createRandom } from "./random.js";

/** What befalls one request. */
export interface Misfortune {
  /** Milliseconds. */
  readonly delay: number;
  readonly effect?: Exclude<FaultEffect, { latency: unknown }>;
}

interface Entry {
  readonly fault: Fault;
  seen: number;
  fired: number;
}

/** The only operation that asks an issuer. */
const ONLY_WITH_ISSUER = "RegisterOidcConfig";

/** The faults of a simulator: can be added and taken away while it runs. */
export class FaultList {
  readonly #seed: string | number;
  #random: () => number;
  #entries: Entry[] = [];

  constructor(seed: string | number, faults: readonly Fault[] = []) {
    this.#seed = seed;
    this.#random = createRandom(seed);
    for (const fault of faults) this.add(fault);
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Returns a function that takes the fault away again. */
  add(fault: Fault): () => void {
    const entry: Entry = { fault, seen: 0, fired: 0 };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((each) => each !== entry);
    };
  }

  /** Takes all faults away, and starts the random numbers over. */
  clear(): void {
    this.#entries = [];
    this.#random = createRandom(this.#seed);
  }

  /** What befalls the next request: delays add up, of other effects the first one wins. */
  draw(operation: string): Misfortune {
    let delay = 0;
    for (const entry of this.#entries) {
      if (!this.#fires(entry, operation)) continue;
      const { fault } = entry;
      if ("latency" in fault) delay += drawLatency(fault.latency, this.#random);
      else return { delay, effect: fault };
    }
    return { delay };
  }

  #fires(entry: Entry, operation: string): boolean {
    const { operations, rate = 1, count = Infinity, after = 0 } = entry.fault;
    if (operations !== undefined && ![operations].flat().includes(operation as never)) return false;
    const { fault } = entry;
    if ("error" in fault && fault.error === "OidcConnectionTest" && operation !== ONLY_WITH_ISSUER)
      return false;
    entry.seen += 1;
    if (entry.seen <= after || entry.fired >= count) return false;
    if (rate < 1 && this.#random() >= rate) return false;
    entry.fired += 1;
    return true;
  }
}
