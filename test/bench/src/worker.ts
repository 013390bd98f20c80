import { fork } from "node:child_process";
import { join } from "node:path";
import { benchFolder } from "./paths.js";

/** What a worker tells: how far it is, or its result. */
type Message<Result> = { readonly progress: string } | { readonly result: Result };

/** How a worker is run. */
export interface WorkerOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly nodeOptions?: readonly string[];
  readonly onProgress: (text: string) => void;
}

/** Runs `dist/<name>.worker.js` in a process of its own with a job, and gives its result. */
export const runWorker = <Job, Result>(
  name: string,
  job: Job,
  { env, nodeOptions = [], onProgress }: WorkerOptions,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = fork(join(benchFolder, "dist", `${name}.worker.js`), {
      env,
      execArgv: [...nodeOptions],
      // Dates and byte arrays pass as they are.
      serialization: "advanced",
    });
    let result: Result | undefined;
    child.on("message", (message: Message<Result>) => {
      if ("progress" in message) onProgress(message.progress);
      else result = message.result;
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (result !== undefined && code === 0) resolve(result);
      else reject(new Error(`The ${name} worker ended without a result: ${code ?? signal}.`));
    });
    child.send(job as object);
  });

/** The worker's side: waits for the job, does it and sends the result. */
export const serveJob = <Job, Result>(
  work: (job: Job, progress: (text: string) => void) => Promise<Result>,
): void => {
  process.once("message", (job: Job) => {
    const progress = (text: string): void => void process.send?.({ progress: text });
    work(job, progress).then(
      (result) => process.send?.({ result }, () => process.exit(0)),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
        process.exit(1);
      },
    );
  });
};
