import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A shape as AST files have it, loosely: tests change what they know to be there. */
export interface AnyShape {
  type: string;
  traits?: Record<string, unknown>;
  members: Record<string, { target: string; traits?: Record<string, unknown> }>;
  operations: { target: string }[];
  errors: { target: string }[];
  [key: string]: unknown;
}

/** The shapes of AST files, by id. */
export type Shapes = Record<string, AnyShape>;

/** The repository's model. */
export const MODEL = fileURLToPath(new URL("../../../model", import.meta.url));

/** A shape's id in the repository's model. */
export const id = (name: string): string => `com.amazonaws.wickr#${name}`;

/** All shapes of the repository's model, with the traits that are applied to them, for a test to change. */
export const ownShapes = (): Shapes => {
  const files = readdirSync(MODEL)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(MODEL, name), "utf8")) as { shapes: Shapes });
  const entries = files.flatMap(({ shapes }) => Object.entries(shapes));
  const isApply = (shape: AnyShape) => shape.type === "apply";
  const shapes = Object.fromEntries(entries.filter(([, shape]) => !isApply(shape)));
  for (const [name, { traits }] of entries.filter(([, shape]) => isApply(shape)))
    Object.assign((shapes[name]!.traits ??= {}), traits);
  return shapes;
};

/** A folder for a test's files. */
export const temporaryFolder = (): {
  readonly path: string;
  readonly save: (name: string, shapes: Shapes) => string;
  readonly remove: () => void;
} => {
  const path = mkdtempSync(join(tmpdir(), "wickr-upstream-"));
  return {
    path,
    save: (name, shapes) => {
      const file = join(path, name);
      writeFileSync(file, JSON.stringify({ smithy: "2.0", shapes }));
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};
