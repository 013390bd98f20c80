import { CASES } from "../cases.js";
import { CONTESTANTS, type Contestant, type ContestantId } from "../contestants.js";
import type { Measured, Row } from "../results.js";
import { medianOf, slopeOf } from "../statistics.js";
import { type WorkerOptions, runWorker } from "../worker.js";
import type { HeapJob, HeapResult } from "../workers/heap.worker.js";

/** What a call would leave behind if it kept a single pointer; any leak is more. */
const GROWTH_LIMIT = 8;

/** What a call allocates, and whether the heap grows over many calls; each contestant in its own process. */
export const measureHeap = async (
  contestants: Readonly<Record<ContestantId, Contestant>>,
  effort: Pick<HeapJob, "batches" | "calls">,
  worker: WorkerOptions,
): Promise<Measured> => {
  const run = (id: ContestantId): Promise<HeapResult> =>
    runWorker<HeapJob, HeapResult>(
      "heap",
      { folder: contestants[id].installation.folder, ...effort },
      {
        ...worker,
        // Room enough that few batches see a garbage collection.
        nodeOptions: ["--expose-gc", "--max-semi-space-size=128", "--min-semi-space-size=128"],
        onProgress: (text) => worker.onProgress(`${id}: ${text}`),
      },
    );
  const results: Partial<Record<ContestantId, HeapResult>> = {};
  for (const id of CONTESTANTS) results[id] = await run(id);
  const { official, ours } = results as Record<ContestantId, HeapResult>;

  const calls = official.inUse.map((_, tenth) => (effort.calls / 10) * tenth);
  return {
    rows: [
      ...CASES.map(({ id, title }) => allocationRow(id, title, official, ours)),
      growthRow(effort.calls, calls, official, ours),
    ],
    series: [{ id: "heap", calls, official: official.inUse, ours: ours.inUse }],
  };
};

const allocationRow = (id: string, title: string, official: HeapResult, ours: HeapResult): Row => {
  const theirs = medianOf(official.allocated[id] ?? []);
  const own = medianOf(ours.allocated[id] ?? []);
  return {
    section: "heap",
    id: `heap-${id}`,
    title: `Memory allocated a call: ${title}`,
    unit: "bytes/call",
    official: theirs,
    ours: own,
    ratio: { value: own.value / theirs.value },
  };
};

const growthRow = (
  count: number,
  calls: readonly number[],
  official: HeapResult,
  ours: HeapResult,
): Row => {
  const growth = ({ inUse }: HeapResult): number =>
    slopeOf(inUse.map((bytes, index) => [calls[index] ?? 0, bytes]));
  return {
    section: "heap",
    id: "heap-growth",
    title: `Heap growth over ${count.toLocaleString("en")} calls`,
    unit: "bytes/call",
    official: { value: growth(official) },
    ours: { value: growth(ours) },
    target: { of: "ours", relation: "below", value: GROWTH_LIMIT },
  };
};
