import { cpus, platform, release, totalmem } from "node:os";
import type { Contestant } from "../contestants.js";

/** Where and with what it was measured. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly system: string;
  readonly node: string;
  /** Runnable processes over the last minute at the start: much more than 0 means a noisy run. */
  readonly loadAtStart: number;
  /** Of the installed packages of both contestants, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** Describes this machine. */
export const describeMachine = (
  loadAtStart: number,
  contestants: readonly Contestant[],
  tools: Readonly<Record<string, string>>,
): Machine => {
  const all = contestants.flatMap(({ installation }) => installation.packages);
  const versions = Object.fromEntries(all.map(({ name, version }) => [name, version]));
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release()}`,
    node: process.version,
    loadAtStart: Number(loadAtStart.toFixed(2)),
    versions: Object.fromEntries(
      Object.entries({ ...versions, ...tools }).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  };
};
