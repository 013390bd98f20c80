import { CASES } from "../cases.js";
import { memoryHandler } from "../memory-handler.js";
import { STATIC_CONFIGURATION, commandOf, loadSdk } from "../sdk.js";
import { serveJob } from "../worker.js";

/** Which contestant, and how many calls. */
export interface HeapJob {
  readonly folder: string;
  /** Batches for the bytes that a call allocates. */
  readonly batches: number;
  /** Calls for the growth, after a tenth of them as warm-up. */
  readonly calls: number;
}

/** Bytes. */
export interface HeapResult {
  /** Allocated a call, a sample a batch, by case. */
  readonly allocated: Readonly<Record<string, readonly number[]>>;
  /** In use after a garbage collection, every tenth of the calls, from 0 on. */
  readonly inUse: readonly number[];
}

/** Few enough that a batch fits into the young generation several times. */
const BATCH = 50;
const WARM_UP = 500;
const TENTHS = 10;

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
    for (let batch = 0; batch < batches; batch++) {
      collect();
      const before = allocatedBytes();
      await repeat(call, BATCH);
      samples.push((allocatedBytes() - before) / BATCH);
    }
    allocated[id] = samples;
  }

  const [first] = callsOf;
  const inUse: number[] = [];
  if (first) {
    await repeat(first.call, calls / TENTHS);
    inUse.push(usedAfterCollection());
    for (let tenth = 1; tenth <= TENTHS; tenth++) {
      await repeat(first.call, calls / TENTHS);
      inUse.push(usedAfterCollection());
      progress(`growth: ${(calls / TENTHS) * tenth} of ${calls} calls`);
    }
  }
  return { allocated, inUse };
});

const repeat = async (call: () => Promise<unknown>, count: number): Promise<void> => {
  for (let index = 0; index < count; index++) await call();
};

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
