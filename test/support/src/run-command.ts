import { spawnSync } from "node:child_process";

/** What a command printed, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of Node to its end. */
export const runNode = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (error) throw error;
  return { code: status, stdout, stderr };
};
