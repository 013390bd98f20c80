import { performance } from "node:perf_hooks";

/** Makes one call. */
export type Call = () => Promise<unknown>;

/** How long to measure. */
export interface RoundOptions {
  readonly rounds: number;
  readonly warmUpMs: number;
  readonly batchMs: number;
  readonly onRound: (round: number) => void;
}

/** Calls a second of each, one sample a round, by name. */
export type Samples = Readonly<Record<string, number[]>>;

/**
 * Measures calls a second: all contestants in one process, in batches that take turns, each round
 * in another order, so that what slows the machine down for a while slows all of them.
 */
export const measureRounds = async (
  calls: Readonly<Record<string, Call>>,
  { rounds, warmUpMs, batchMs, onRound }: RoundOptions,
): Promise<Samples> => {
  const contestants: { name: string; call: Call; batch: number; samples: number[] }[] = [];
  for (const [name, call] of Object.entries(calls)) {
    const perSecond = await warmUp(call, warmUpMs);
    const batch = Math.max(1, Math.round((perSecond * batchMs) / 1000));
    contestants.push({ name, call, batch, samples: [] });
  }
  for (let round = 1; round <= rounds; round++) {
    for (const contestant of contestants) {
      // Not measured: caches are the other's now. A forced garbage collection here would throw away
      // optimized code, and then measure how fast it comes back.
      await repeat(contestant.call, Math.ceil(contestant.batch / 10));
      contestant.samples.push(await callsPerSecond(contestant.call, contestant.batch));
    }
    if (round % 2 === 0) contestants.reverse();
    else contestants.push(...contestants.splice(0, 1));
    onRound(round);
  }
  return Object.fromEntries(contestants.map(({ name, samples }) => [name, samples]));
};

/** Calls until the time is over; gives the speed of the second half. */
const warmUp = async (call: Call, milliseconds: number): Promise<number> => {
  const start = performance.now();
  let middle = 0;
  let sinceMiddle = 0;
  for (let now = start; now < start + milliseconds; now = performance.now()) {
    await call();
    if (middle > 0) sinceMiddle++;
    else if (now > start + milliseconds / 2) middle = performance.now();
  }
  return (sinceMiddle * 1000) / (performance.now() - middle);
};

const callsPerSecond = async (call: Call, count: number): Promise<number> => {
  const start = performance.now();
  await repeat(call, count);
  return (count * 1000) / (performance.now() - start);
};

/** Makes the calls one after the other. */
export const repeat = async (call: Call, count: number): Promise<void> => {
  for (let index = 0; index < count; index++) await call();
};
