import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { OperationExample } from "../examples.js";
import { memoryHandler } from "../memory-handler.js";
import { benchFolder } from "../paths.js";
import { type Samples, measureRounds } from "../rounds.js";
import { STATIC_CONFIGURATION, type Sdk, commandOf, loadSdk } from "../sdk.js";
import { serveJob } from "../worker.js";
import type { CannedAnswers } from "./server.worker.js";

/** Where the contestants are, what they call, and how long to measure. */
export interface HttpJob {
  readonly folders: { readonly official: string; readonly ours: string };
  readonly examples: readonly OperationExample[];
  readonly concurrency: readonly number[];
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly batchMs: number;
}

/** Passes through all operations a second, with so many calls under way at once. */
export interface HttpResult {
  readonly concurrency: number;
  readonly samples: Samples;
}

serveJob<HttpJob, HttpResult[]>(
  async ({ folders, examples, concurrency, ...options }, progress) => {
    const official = await loadSdk(folders.official);
    const ours = await loadSdk(folders.ours);
    const answers = await cannedAnswers(official, examples);
    // Both must ask for the same, else they would not be given the same.
    assert.deepEqual(await cannedAnswers(ours, examples), answers);

    const server = fork(join(benchFolder, "dist", "server.worker.js"), {
      execArgv: [],
      serialization: "advanced",
    });
    server.send(answers);
    const [port] = (await once(server, "message")) as [number];
    const endpoint = `http://127.0.0.1:${port}`;
    const results: HttpResult[] = [];
    try {
      for (const atOnce of concurrency) {
        progress(`${atOnce} at a time: warming up`);
        const samples = await measureRounds(
          {
            official: allOperations(official, endpoint, examples, atOnce),
            ours: allOperations(ours, endpoint, examples, atOnce),
          },
          {
            ...options,
            onRound: (round) =>
              progress(`${atOnce} at a time: round ${round} of ${options.rounds}`),
          },
        );
        results.push({ concurrency: atOnce, samples });
      }
    } finally {
      server.disconnect();
    }
    return results;
  },
);

/** The answer to each request, found by sending each command once to a handler that looks at it. */
const cannedAnswers = async (
  sdk: Sdk,
  examples: readonly OperationExample[],
): Promise<CannedAnswers> => {
  const answers = new Map<string, { status: number; body: string }>();
  for (const { operation, input, status, output } of examples) {
    const body = JSON.stringify(output);
    const memory = memoryHandler(Buffer.from(body));
    const handle = (request: unknown): Promise<{ response: object }> => {
      const { method, path } = request as { method: string; path: string };
      const key = `${method} ${path}`;
      if (answers.has(key)) throw new Error(`Two operations send ${key}.`);
      answers.set(key, { status, body });
      return memory.handle(request);
    };
    const requestHandler = { ...memory, handle };
    const client = new sdk.WickrClient({ ...STATIC_CONFIGURATION, requestHandler });
    const { $metadata, ...result } = await client.send(commandOf(sdk, operation, input));
    assert.ok($metadata);
    // Defaults of the model may come on top.
    for (const [name, value] of Object.entries(output)) assert.deepEqual(result[name], value);
  }
  return answers;
};

/** One pass through all operations, by a client with its own default request handler. */
const allOperations = (
  sdk: Sdk,
  endpoint: string,
  examples: readonly OperationExample[],
  atOnce: number,
): (() => Promise<void>) => {
  const client = new sdk.WickrClient({ ...STATIC_CONFIGURATION, endpoint });
  return async () => {
    const queue = examples.values();
    const sender = async (): Promise<void> => {
      for (const { operation, input } of queue) await client.send(commandOf(sdk, operation, input));
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
  };
};
