import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const parent = fileURLToPath(new URL("../.tmp", import.meta.url));

/** A folder for a while. */
export interface TemporaryFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** A folder inside this package, so that generated code finds what it imports: the runtime, Smithy's types, msw. */
export const temporaryFolder = (purpose: string): TemporaryFolder => {
  mkdirSync(parent, { recursive: true });
  const path = mkdtempSync(join(parent, `${purpose}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};
