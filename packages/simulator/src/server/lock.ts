import fs from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";

/** A state that nobody else may use. */
export interface Lock {
  /** Set once the lock was lost: somebody took it for left behind, or removed it. */
  readonly lost: unknown;
  release(): Promise<void>;
}

/** Who holds a lock. */
interface Owner {
  readonly pid: number;
  readonly host: string;
}

/** A lock that was not renewed for so long was left behind, in milliseconds. */
const STALE = 10_000;
/** It is renewed so often. */
const UPDATE = 2_000;
const EVERY = 200;

/** What this process has locked itself. */
const held = new Set<string>();

/** Keeps a second server away from the same state. */
export const lock = async (path: string): Promise<Lock> => {
  // One at a time looks at a lock that may be left behind: else a second one could remove what the first
  // one has just made.
  const next = await lockfile
    .lock(`${path}.start`, {
      realpath: false,
      stale: UPDATE,
      retries: patience(STALE + UPDATE),
      onCompromised: () => {},
    })
    .catch((error: unknown) => {
      throw isTaken(error) ? inUse(path) : error;
    });
  try {
    return await take(path);
  } finally {
    await next().catch(() => {});
  }
};

const take = async (path: string): Promise<Lock> => {
  if (held.has(path)) throw new Error(`This process uses this state already (${path}.lock).`);
  const state: { lost: unknown } = { lost: undefined };
  const acquire = (milliseconds: number): Promise<() => Promise<void>> =>
    lockfile.lock(path, {
      fs: noting,
      realpath: false,
      stale: STALE,
      update: UPDATE,
      retries: patience(milliseconds),
      onCompromised: (error) => (state.lost = error),
    });
  let release: () => Promise<void>;
  try {
    release = await acquire(0);
  } catch (error) {
    if (!isTaken(error)) throw error;
    const owner = await ownerOf(path);
    const isHere = owner?.host === hostname();
    // It may be another program that was given the number since: then the lock ends by itself.
    if (isHere && isRunning(owner.pid)) throw inUse(path, owner);
    // Left behind by a server that was killed.
    if (isHere) await rm(`${path}.lock`, { recursive: true, force: true });
    // Nobody here knows how a process of another computer is: it shows by renewing its lock.
    release = await acquire(isHere ? 0 : STALE + UPDATE).catch((again: unknown) => {
      throw isTaken(again) ? inUse(path, owner) : again;
    });
  }
  held.add(path);
  return {
    get lost() {
      return state.lost;
    },
    release: async () => {
      held.delete(path);
      if (state.lost === undefined) await release();
    },
  };
};

/** Where a lock's folder has the name of its owner. */
const note = (folder: string): string => join(folder, "owner.json");

/** Makes the folder of a lock with a note of who holds it, and removes both. */
const noting = {
  ...fs,
  mkdir: (folder: string, done: fs.NoParamCallback): void =>
    fs.mkdir(folder, (error) => {
      if (error) done(error);
      else fs.writeFile(note(folder), JSON.stringify({ pid: process.pid, host: hostname() }), done);
    }),
  rmdir: (folder: string, done: fs.NoParamCallback): void =>
    fs.rm(folder, { recursive: true, force: true }, done),
  rmdirSync: (folder: string): void => fs.rmSync(folder, { recursive: true, force: true }),
};

const ownerOf = async (path: string): Promise<Owner | undefined> => {
  try {
    return JSON.parse(await readFile(note(`${path}.lock`), "utf8")) as Owner;
  } catch {
    return undefined;
  }
};

/** In a container, the server that was killed had the same number as this one. */
const isRunning = (pid: number): boolean => {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

const isTaken = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === "ELOCKED";

const inUse = (path: string, owner?: Owner): Error => {
  const who = owner ? `Process ${owner.pid} of ${owner.host}` : "Another process";
  return new Error(
    `${who} uses this state already (${path}.lock). If it was killed, try again in ${STALE / 1000} seconds.`,
  );
};

const patience = (milliseconds: number) => ({
  retries: Math.ceil(milliseconds / EVERY),
  factor: 1,
  minTimeout: EVERY,
  maxTimeout: EVERY,
});
