import { open } from "node:fs/promises";
import { dirname } from "node:path";

/** A file's new name is safe only when its folder is; Windows knows no such thing. */
export const syncFolder = async (path: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(dirname(path), "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
