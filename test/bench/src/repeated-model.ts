import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFolder } from "./paths.js";

type Json = Record<string, unknown>;
type Shapes = Record<string, { operations?: Json[]; traits?: Json }>;

const SERVICE = "com.amazonaws.wickr#WickrAdminApi";

/**
 * Writes the service's model several times over, as one service of so many times its operations: each
 * copy has shapes and URIs of its own.
 */
export const writeRepeatedModel = (folder: string, copies: number): void => {
  for (const { name, text } of modelFiles()) {
    for (let copy = 1; copy <= copies; copy++) {
      const ast = JSON.parse(withNames(text, copy)) as { shapes: Shapes };
      const service = ast.shapes[SERVICE];
      if (service && copy > 1) delete ast.shapes[SERVICE];
      else if (service) service.operations = operationsOfAll(text, copies);
      for (const shape of Object.values(ast.shapes)) setApart(shape, copy);
      mkdirSync(join(folder, String(copy)), { recursive: true });
      writeFileSync(join(folder, String(copy), name), JSON.stringify(ast));
    }
  }
};

/** The files of the model and of its examples. */
const modelFiles = (): { name: string; text: string }[] =>
  ["", "examples/"].flatMap((folder) =>
    readdirSync(join(repositoryFolder, "model", folder))
      .filter((name) => name.endsWith(".json"))
      .map((name) => ({
        name: folder.replace("/", "-") + name,
        text: readFileSync(join(repositoryFolder, "model", folder, name), "utf8"),
      })),
  );

const suffixOf = (copy: number): string => (copy === 1 ? "" : String(copy));

/** The text with its shapes, and the errors that waiters name, renamed. */
const withNames = (text: string, copy: number): string =>
  text
    .replaceAll(/com\.amazonaws\.wickr#\w+/g, (id) => (id === SERVICE ? id : id + suffixOf(copy)))
    .replaceAll(/(?<="errorType": "\w+)(?=")/g, suffixOf(copy));

const operationsOfAll = (text: string, copies: number): Json[] =>
  Array.from({ length: copies }, (_, index) => {
    const { shapes } = JSON.parse(withNames(text, index + 1)) as { shapes: Shapes };
    return shapes[SERVICE]?.operations ?? [];
  }).flat();

/** Gives the operations of a copy paths and waiters of their own. */
const setApart = ({ traits = {} }: Shapes[string], copy: number): void => {
  if (copy === 1) return;
  const http = traits["smithy.api#http"] as { uri: string } | undefined;
  if (http) http.uri = `/${copy}${http.uri}`;
  const waiters = traits["smithy.waiters#waitable"] as Json | undefined;
  if (waiters) {
    traits["smithy.waiters#waitable"] = Object.fromEntries(
      Object.entries(waiters).map(([name, waiter]) => [name + suffixOf(copy), waiter]),
    );
  }
};
