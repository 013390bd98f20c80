import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Change } from "../change.js";
import { Engine } from "../engine.js";
import type { ServiceSettings } from "../settings.js";
import type { ServiceState } from "../state/service.js";
import { JournalWriter, readJournal } from "./journal.js";
import { type Lock, lock } from "./lock.js";
import { type StateFile, readStateFile, writeStateFile } from "./state-file.js";

/**
 * When an answer may go out: once the change is on the disk (`disk`), once it is out of this process
 * (`process`: a kill loses nothing, a power failure may), or at once (`exit`: it is written when the
 * server stops, and a kill loses what happened since the start).
 */
export type Durability = "disk" | "process" | "exit";

/** A journal that is longer than this, in bytes, is folded into the state file. */
const LONG_JOURNAL = 16 * 1024 * 1024;

/** Keeps a state on the disk: a file with all of it, and a journal of what happened since. */
export class Store {
  readonly #path: string;
  readonly #durability: Durability;
  readonly #lock: Lock;
  readonly #longJournal: number;
  /** Whether the state file holds the state as it was found. */
  readonly #isWritten: boolean;
  #kept: StateFile | undefined;
  #journal: JournalWriter | undefined;
  #waiting: string[] = [];
  #writing: Promise<void> | undefined;
  #broken: unknown;
  /** Whether anything happened that the state file does not hold. */
  #hasChanged = false;

  private constructor(
    path: string,
    durability: Durability,
    held: Lock,
    kept: StateFile | undefined,
    { longJournal, isWritten }: { readonly longJournal: number; readonly isWritten: boolean },
  ) {
    this.#path = path;
    this.#durability = durability;
    this.#lock = held;
    this.#kept = kept;
    this.#longJournal = longJournal;
    this.#isWritten = isWritten;
  }

  /** Opens the state at a path, and brings it up to the last change that was acknowledged. */
  static async open(
    path: string,
    durability: Durability,
    longJournal = LONG_JOURNAL,
  ): Promise<Store> {
    const file = await resolveFile(path);
    const held = await lock(file);
    try {
      const kept = await readStateFile(file);
      const journal = kept && (await readJournal(`${file}.journal`));
      // A journal of another generation is part of the state file already.
      const changes = journal?.generation === kept?.generation ? journal?.changes : undefined;
      if (kept && changes) redo(kept, changes);
      return new Store(file, durability, held, kept, {
        longJournal,
        isWritten: !changes?.length,
      });
    } catch (error) {
      await held.release();
      throw error;
    }
  }

  /** What was found; undefined if there was nothing. */
  get found(): Pick<StateFile, "seed" | "state"> | undefined {
    return this.#kept;
  }

  /** Begins to keep a state; what is recorded from now on happens to it. */
  async begin(
    seed: string | number,
    settings: ServiceSettings,
    state: ServiceState,
  ): Promise<void> {
    const found = this.#kept;
    this.#kept = { generation: found?.generation ?? 0, seed, settings, state };
    // A large state takes its time to write; as it is there already, an empty journal will do.
    const isSame =
      this.#isWritten &&
      found?.state === state &&
      found.seed === seed &&
      isEqual(found.settings, settings);
    await this.#exclusively(() => (isSame ? this.#beginJournal() : this.#fold()));
  }

  /** Takes note of a change; see {@link settle}. */
  record(change: Change): void {
    this.#hasChanged = true;
    if (this.#durability !== "exit") this.#waiting.push(JSON.stringify(change));
  }

  /** Waits until all that was recorded is safe; undefined if it is already. */
  settle(): Promise<void> | undefined {
    const isSafe =
      this.#waiting.length === 0 &&
      !this.#writing &&
      this.#broken === undefined &&
      this.#lock.lost === undefined;
    return isSafe ? undefined : this.#settle();
  }

  async #settle(): Promise<void> {
    while (this.#waiting.length > 0 || this.#writing)
      await (this.#writing ?? this.#exclusively(() => this.#flush()));

    if (this.#broken !== undefined) throw this.#broken;
    if (this.#lock.lost !== undefined) throw this.#lock.lost;
  }

  /** Takes another state in the place of the present one. */
  async replace(state: ServiceState): Promise<void> {
    this.#kept = { ...(this.#kept as StateFile), state };
    await this.#exclusively(() => this.#fold());
  }

  /** Writes all of the state, if it has changed, and lets go of it. */
  async close(): Promise<void> {
    if (this.#hasChanged && this.#lock.lost === undefined)
      await this.#exclusively(() => this.#fold());

    await this.#journal?.close();
    await this.#lock.release();
  }

  /** One at a time writes, as long as the files are this store's own. */
  async #exclusively(write: () => Promise<void>): Promise<void> {
    while (this.#writing) await this.#writing.catch(() => {});
    if (this.#lock.lost !== undefined) throw this.#lock.lost;
    this.#writing = write().finally(() => {
      this.#writing = undefined;
    });
    await this.#writing;
  }

  /** Writes what waits, all of it in one go. */
  async #flush(): Promise<void> {
    const lines = this.#waiting;
    this.#waiting = [];
    try {
      if (this.#journal && this.#journal.size > this.#longJournal) await this.#fold();
      else await this.#journal?.append(lines);
    } catch (error) {
      // What is in memory is ahead of the disk from here on: nothing more can be acknowledged.
      this.#broken = error;
    }
  }

  /** Writes the state file anew and begins an empty journal: the state holds all that waits. */
  async #fold(): Promise<void> {
    const kept = this.#kept as StateFile;
    this.#waiting = [];
    this.#hasChanged = false;
    this.#kept = { ...kept, generation: kept.generation + 1 };
    await writeStateFile(this.#path, this.#kept);
    await this.#beginJournal();
  }

  /** Begins an empty journal that goes with the state file. */
  async #beginJournal(): Promise<void> {
    await this.#journal?.close();
    const { generation } = this.#kept as StateFile;
    this.#journal = await JournalWriter.create(
      `${this.#path}.journal`,
      generation,
      this.#durability === "disk",
    );
  }
}

/** The file itself where the path is a link, so that two names of one state are seen to be one. */
const resolveFile = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return join(await realpath(dirname(path)), basename(path));
  }
};

const isEqual = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

const redo = ({ seed, settings, state }: StateFile, changes: readonly Change[]): void => {
  const engine = new Engine(seed, settings, Date.now, state);
  for (const change of changes) engine.replay(change);
};
