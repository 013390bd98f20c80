import { type FileHandle, open, readFile } from "node:fs/promises";
import type { Change } from "../change.js";
import { syncFolder } from "./sync-folder.js";

/** What happened since the state file was written, one change a line. */
interface JournalContent {
  readonly generation: number;
  readonly changes: readonly Change[];
}

/** Reads a journal; undefined if there is none, or none that was begun properly. */
export const readJournal = async (path: string): Promise<JournalContent | undefined> => {
  let text;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const lines = text.split("\n");
  // What stands behind the last line break was never finished, and so never acknowledged.
  lines.pop();
  const [head, ...changes] = lines.map((line, at) =>
    parse(path, line, at, at === lines.length - 1),
  );
  if (!head) return undefined;
  return {
    generation: (head as { generation: number }).generation,
    changes: changes.filter((change) => change !== undefined) as Change[],
  };
};

const parse = (path: string, line: string, at: number, isLast: boolean): unknown => {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    // A machine that fails may leave the last line half written.
    if (isLast) return undefined;
    throw new Error(`${path} is damaged at line ${at + 1}.`);
  }
};

/** Writes changes behind each other. */
export class JournalWriter {
  readonly #handle: FileHandle;
  readonly #sync: boolean;
  #size = 0;

  private constructor(handle: FileHandle, sync: boolean) {
    this.#handle = handle;
    this.#sync = sync;
  }

  /** Begins a journal, in the place of the one before. */
  static async create(path: string, generation: number, sync: boolean): Promise<JournalWriter> {
    const writer = new JournalWriter(await open(path, "w"), sync);
    await writer.#write(`${JSON.stringify({ generation })}\n`);
    if (sync) await syncFolder(path);
    return writer;
  }

  /** In bytes, more or less. */
  get size(): number {
    return this.#size;
  }

  /** Done when the changes are safe: on the disk, or at least out of this process. */
  async append(lines: readonly string[]): Promise<void> {
    await this.#write(lines.map((line) => `${line}\n`).join(""));
  }

  async close(): Promise<void> {
    await this.#handle.close();
  }

  async #write(text: string): Promise<void> {
    this.#size += text.length;
    await this.#handle.appendFile(text);
    if (this.#sync) await this.#handle.datasync();
  }
}
