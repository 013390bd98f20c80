import { PerformanceObserver } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { CASES } from "../cases.js";
import { memoryHandler } from "../memory-handler.js";
import { repeat } from "../rounds.js";
import { STATIC_CONFIGURATION, commandOf, loadSdk } from "../sdk.js";
import { serveJob } from "../worker.js";

/** Which contestant, and how many calls. */
export interface HeapJob {
  readonly folder: string;
  /** Batches for the bytes that a call allocates. */
  readonly batches: number;
  /** Calls for the growth. */
  readonly calls: number;
}

/** Bytes. */
export interface HeapResult {
  /** Allocated a call, a sample a batch, by case. */
  readonly allocated: Readonly<Record<string, readonly number[]>>;
  /** In use after a garbage collection, every tenth of the calls, from 0 on. */
  readonly inUse: readonly number[];
}

/** Few enough that most batches see no garbage collection; the others do not count. */
const BATCH = 50;
const WARM_UP = 500;
/** Until then the engine still compiles and learns, which takes memory but stops. */
const WARM_UP_FOR_GROWTH = 10_000;
const TENTHS = 10;

let collections = 0;
new PerformanceObserver((entries) => {
  collections += entries.getEntries().length;
}).observe({ entryTypes: ["gc"] });

serveJob<HeapJob, HeapResult>(async ({ folder, batches, calls }, progress) => {
  const sdk = await loadSdk(folder);
  const callsOf = CASES.map(({ id, operation, input, answer }) => {
    const requestHandler = memoryHandler(Buffer.from(JSON.stringify(answer)));
    const client = new sdk.WickrClient({ ...STATIC_CONFIGURATION, requestHandler });
    return { id, call: () => client.send(commandOf(sdk, operation, input)) };
  });

  const allocated: Record<string, number[]> = {};
  for (const { id, call } of callsOf) {
    progress(`bytes a call: ${id}`);
    await repeat(call, WARM_UP);
    const samples: number[] = [];
    while (samples.length < batches) {
      const collectionsBefore = collections;
      const before = allocatedBytes();
      await repeat(call, BATCH);
      const bytes = (allocatedBytes() - before) / BATCH;
      // Collections are told of later.
      await setImmediate();
      if (collections === collectionsBefore) samples.push(bytes);
    }
    allocated[id] = samples;
  }

  const [first] = callsOf;
  const inUse: number[] = [];
  if (first) {
    progress("growth: warming up");
    await repeat(first.call, WARM_UP_FOR_GROWTH);
    inUse.push(usedAfterCollection());
    for (let tenth = 1; tenth <= TENTHS; tenth++) {
      await repeat(first.call, calls / TENTHS);
      inUse.push(usedAfterCollection());
      progress(`growth: ${(calls / TENTHS) * tenth} of ${calls} calls`);
    }
  }
  return { allocated, inUse };
});

const collect = (): void => {
  // Twice: the first lets go of what finalizers held.
  globalThis.gc?.();
  globalThis.gc?.();
};

const allocatedBytes = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

const usedAfterCollection = (): number => {
  collect();
  return process.memoryUsage().heapUsed;
};
