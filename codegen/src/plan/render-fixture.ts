import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { factsOf, type Facts } from "../facts/facts.js";
import { loadAsts } from "../load/load.js";
import { type Json, type ServiceShape, shapeOf } from "../model/model.js";
import { renderFile } from "../render/render-file.js";
import { loadTemplates } from "../render/templates.js";
import type { PlannedFile } from "../layout/file.js";
import { RUNTIME } from "../typescript/runtime.js";

/** What a test asks about a service of these shapes; the service has to be called `test#Birds`. */
export const factsOfShapes = (shapes: Readonly<Record<string, Json>>): Facts => {
  const { model, problems } = loadAsts([{ file: "test.json", ast: { smithy: "2.0", shapes } }]);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return factsOf(model, shapeOf(model, "test#Birds") as ServiceShape, "@test");
};

/** The formatted text of a planned file. */
export const textOf = (file: PlannedFile): Promise<string> =>
  renderFile(loadTemplates(), file, "@test");

/** A generated module, and the client package that it uses. */
export interface Imported {
  readonly module: Readonly<Record<string, unknown>>;
  readonly client: Readonly<Record<string, unknown>>;
}

/** Runs a generated module on the sources of the runtime, with a client package made of the given text. */
export const importModule = async (file: PlannedFile, client: string): Promise<Imported> => {
  const folder = mkdtempSync(join(tmpdir(), "generated-"));
  writeFileSync(join(folder, "client.ts"), client);
  const runtime = (entry: string) =>
    fileURLToPath(new URL(`../../../packages/runtime/src/${entry}.ts`, import.meta.url));
  const text = (await textOf(file))
    .replaceAll("@test/client", "./client.ts")
    .replaceAll(`${RUNTIME}/jmespath`, runtime("jmespath/index"))
    .replaceAll(`${RUNTIME}/waiter`, runtime("waiter"))
    .replaceAll(`${RUNTIME}/paginator`, runtime("paginator"));
  writeFileSync(join(folder, "module.ts"), text);
  const load = async (name: string) =>
    (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>;
  const imported = { module: await load("module.ts"), client: await load("client.ts") };
  rmSync(folder, { recursive: true });
  return imported;
};
