import { CASES } from "../cases.js";
import type { Contestant } from "../contestants.js";
import type { Measured, Reference, Row } from "../results.js";
import { medianOf, ratioOf } from "../statistics.js";
import { type WorkerOptions, runWorker } from "../worker.js";
import type { ThroughputJob, ThroughputResult } from "../workers/throughput.worker.js";
import { pairsOf } from "./pairs.js";

/** Calls a second against an in-memory handler, signed. */
export const measureThroughput = async (
  official: Contestant,
  ours: Contestant,
  effort: Pick<ThroughputJob, "rounds" | "warmUpMs" | "batchMs">,
  worker: WorkerOptions,
): Promise<Measured> => {
  const job: ThroughputJob = {
    folders: { official: official.installation.folder, ours: ours.installation.folder },
    ...effort,
  };
  const results = await runWorker<ThroughputJob, ThroughputResult[]>("throughput", job, worker);
  return { rows: results.map(rowOf), references: results.flatMap(referencesOf) };
};

const rowOf = ({ caseId, bodyKind, samples }: ThroughputResult): Row => {
  const one = CASES.find(({ id }) => id === caseId);
  const { official = [], ours = [] } = samples;
  const isMain = bodyKind === "bytes";
  return {
    section: "throughput",
    id: isMain ? caseId : `${caseId}-stream`,
    title: `${one?.title}${isMain ? "" : ", body as a stream"}`,
    unit: "calls/s",
    official: medianOf(official),
    ours: medianOf(ours),
    ratio: ratioOf(pairsOf(official, ours)),
    ...(isMain && one && { target: { of: "ratio", relation: "at least", value: one.target } }),
  };
};

const referencesOf = ({ caseId, samples }: ThroughputResult): Reference[] => {
  const title = CASES.find(({ id }) => id === caseId)?.title;
  const names = { bare: "sign, send and JSON.parse alone", parse: "JSON.parse alone" };
  return Object.entries(names).flatMap(([name, what]) => {
    const figures = samples[name];
    if (!figures) return [];
    return [
      {
        section: "throughput",
        id: `${caseId}-${name}`,
        title: `${title}: ${what}`,
        unit: "calls/s",
        figure: medianOf(figures),
      },
    ];
  });
};
