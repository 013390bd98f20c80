import type { Contestant } from "../contestants.js";
import { operationExamples } from "../examples.js";
import type { Measured, Row } from "../results.js";
import { medianOf, ratioOf } from "../statistics.js";
import { type WorkerOptions, runWorker } from "../worker.js";
import type { HttpJob, HttpResult } from "../workers/http.worker.js";
import { pairsOf } from "./pairs.js";

/** Calls a second over a real server on the loopback interface: all operations, connections kept alive. */
export const measureHttp = async (
  official: Contestant,
  ours: Contestant,
  effort: Pick<HttpJob, "rounds" | "warmUpMs" | "batchMs">,
  worker: WorkerOptions,
): Promise<Measured> => {
  const examples = operationExamples();
  const job: HttpJob = {
    folders: { official: official.installation.folder, ours: ours.installation.folder },
    examples,
    concurrency: [1, 16],
    ...effort,
  };
  const results = await runWorker<HttpJob, HttpResult[]>("http", job, worker);
  return { rows: results.map((result) => rowOf(result, examples.length)) };
};

const rowOf = ({ concurrency, samples }: HttpResult, operations: number): Row => {
  // A sample counts passes through all operations.
  const calls = (name: string): number[] =>
    (samples[name] ?? []).map((passes) => passes * operations);
  const [official, ours] = [calls("official"), calls("ours")];
  return {
    section: "http",
    id: `http-${concurrency}`,
    title: `All ${operations} operations over loopback HTTP, ${concurrency} at a time`,
    unit: "calls/s",
    official: medianOf(official),
    ours: medianOf(ours),
    ratio: ratioOf(pairsOf(official, ours)),
    target: { of: "ratio", relation: "above", value: 1 },
  };
};
