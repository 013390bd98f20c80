import { readFile, rm, writeFile } from "node:fs/promises";

/** What this process has locked itself. */
const held = new Set<string>();

/** Keeps a second server away from the same state; returns what gives the lock back. */
export const lock = async (path: string): Promise<() => Promise<void>> => {
  if (held.has(path)) throw new Error(`This process uses this state already (${path}).`);
  for (;;) {
    try {
      await writeFile(path, String(process.pid), { flag: "wx" });
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const owner = Number(await readFile(path, "utf8").catch(() => "0"));
    // In a container, the server that was killed had the same number as this one.
    if (owner > 0 && owner !== process.pid && isRunning(owner)) {
      throw new Error(`Process ${owner} uses this state already (${path}).`);
    }
    // Left behind by a server that was killed.
    await rm(path, { force: true });
  }
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};
