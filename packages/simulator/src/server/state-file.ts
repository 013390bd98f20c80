import { open, readFile, rename } from "node:fs/promises";
import { DEFAULT_SETTINGS, type ServiceSettings } from "../settings.js";
import { type Snapshot, buildState, describeState } from "../snapshot.js";
import type { ServiceState } from "../state/service.js";
import { syncFolder } from "./sync-folder.js";

const FORMAT = "wickr-simulator";

/** What files leave out that are older than the choice of a behaviour. */
const LEGACY_SETTINGS: ServiceSettings = { ...DEFAULT_SETTINGS, behavior: "documented" };

/** What a state file holds. */
export interface StateFile {
  /** Rises with each writing; a journal goes with the state file of the same generation. */
  readonly generation: number;
  readonly seed: string | number;
  readonly settings: ServiceSettings;
  readonly state: ServiceState;
}

/** Reads a state file; undefined if there is none. */
export const readStateFile = async (path: string): Promise<StateFile | undefined> => {
  let text;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const content = parse(path, text);
  const settings = { ...LEGACY_SETTINGS, ...content.settings };
  return { ...content, settings, state: buildState(content.snapshot) };
};

/** Puts the file in the place of the one before in one go: whoever reads sees all of one of them. */
export const writeStateFile = async (path: string, file: StateFile): Promise<void> => {
  const { state, ...rest } = file;
  // In one piece, before anything else can change the state.
  const text = JSON.stringify({ format: FORMAT, ...rest, snapshot: describeState(state) });
  const draft = `${path}.tmp`;
  const handle = await open(draft, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, path);
  await syncFolder(path);
};

type Content = Omit<StateFile, "state"> & { readonly snapshot: Snapshot };

const parse = (path: string, text: string): Content => {
  let content: Partial<Content> & { format?: unknown };
  try {
    content = JSON.parse(text) as typeof content;
  } catch {
    throw new Error(`${path} is no state file: it holds no JSON.`);
  }
  if (content.format !== FORMAT || !content.snapshot)
    throw new Error(`${path} is no state file of this simulator.`);
  return content as Content;
};
