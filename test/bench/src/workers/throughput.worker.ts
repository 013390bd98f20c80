import assert from "node:assert/strict";
import { bareLoop, parseAlone } from "../bare-loop.js";
import { CASES, type Case } from "../cases.js";
import { type BodyKind, memoryHandler } from "../memory-handler.js";
import { type Call, type Samples, measureRounds } from "../rounds.js";
import { STATIC_CONFIGURATION, commandOf, loadSdk } from "../sdk.js";
import { serveJob } from "../worker.js";

/** Where the contestants are, and how long to measure. */
export interface ThroughputJob {
  readonly folders: { readonly official: string; readonly ours: string };
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly batchMs: number;
}

/** Samples of a case with one kind of body. */
export interface ThroughputResult {
  readonly caseId: string;
  readonly bodyKind: BodyKind;
  readonly samples: Samples;
}

serveJob<ThroughputJob, ThroughputResult[]>(async ({ folders, ...options }, progress) => {
  const results: ThroughputResult[] = [];
  for (const bodyKind of ["bytes", "stream"] as const) {
    for (const one of CASES) {
      const official = await callOf(folders.official, one, bodyKind);
      const ours = await callOf(folders.ours, one, bodyKind);
      await assertSameOutput(one, official, ours);
      const references =
        bodyKind === "bytes" ? { bare: bareLoop(one), parse: parseAlone(one) } : {};
      const title = `${one.title}, ${bodyKind === "bytes" ? "body in memory" : "body as a stream"}`;
      progress(`${title}: warming up`);
      const samples = await measureRounds(
        { official, ours, ...references },
        {
          ...options,
          onRound: (round) => progress(`${title}: round ${round} of ${options.rounds}`),
        },
      );
      results.push({ caseId: one.id, bodyKind, samples });
    }
  }
  return results;
});

const callOf = async (folder: string, one: Case, bodyKind: BodyKind): Promise<Call> => {
  const sdk = await loadSdk(folder);
  const body = Buffer.from(JSON.stringify(one.answer));
  const client = new sdk.WickrClient({
    ...STATIC_CONFIGURATION,
    requestHandler: memoryHandler(body, bodyKind),
  });
  return () => client.send(commandOf(sdk, one.operation, one.input));
};

/** What is measured must be the same work. */
const assertSameOutput = async ({ answer }: Case, ...calls: Call[]): Promise<void> => {
  for (const call of calls) {
    const { $metadata, ...output } = (await call()) as Record<string, unknown>;
    assert.ok($metadata);
    assert.deepEqual(output, answer);
  }
};
