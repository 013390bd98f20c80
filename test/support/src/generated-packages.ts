import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  formatProblem,
  generate,
  hasErrors,
  hasTrait,
  loadModel,
  type Model,
  type ServiceShape,
} from "@wickr-admin/codegen";
import { build } from "esbuild";
import type { ClientModule } from "./client-module.js";
import { ServiceClient, type OperationSchema } from "./runtime.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A service of a model, and the packages that the generator made of it. */
export interface GeneratedService {
  readonly model: Model;
  readonly service: ServiceShape;
  readonly client: ClientModule;
  readonly operations: Readonly<Record<string, OperationSchema>>;
}

/** Generates client and mock of each restJson1 service of a model, and loads them. */
export const generatedServices = async (
  paths: readonly string[],
  only?: string,
): Promise<GeneratedService[]> => {
  const { model } = loadModel(paths);
  const services = [...model.shapes.values()].filter(
    (shape) =>
      shape.type === "service" &&
      (only === undefined ? hasTrait(shape, "aws.protocols#restJson1") : shape.id === only),
  ) as ServiceShape[];
  if (services.length === 0)
    throw new Error(only ? `The model has no service ${only}.` : "No service speaks restJson1.");

  const result: GeneratedService[] = [];
  for (const service of services)
    result.push({ model, service, ...(await generateAndLoad(paths, service)) });

  return result;
};

const generateAndLoad = async (
  model: readonly string[],
  { id }: ServiceShape,
): Promise<Pick<GeneratedService, "client" | "operations">> => {
  const { path: folder, remove } = temporaryFolder("generated");
  try {
    const scope = "@protocol-test";
    const { problems } = await generate({ model, service: id, scope, out: folder });
    if (hasErrors(problems))
      throw new Error(`${id} is not generated:\n${problems.map(formatProblem).join("\n")}`);

    const outfile = join(folder, "bundle.mjs");
    await build({
      stdin: {
        contents: `export * as client from "${scope}/client"; export * as mock from "${scope}/mock";`,
        resolveDir: folder,
      },
      alias: {
        [`${scope}/client`]: join(folder, "client/src/index.ts"),
        [`${scope}/mock`]: join(folder, "mock/src/operations.ts"),
      },
      // The runtime is the one that is built, not what a bundle makes of it.
      external: ["@wickr-admin/runtime", "@smithy/*"],
      bundle: true,
      keepNames: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "warning",
    });
    const { client, mock } = (await import(pathToFileURL(outfile).href)) as Record<string, object>;
    const { operations } = mock as { operations: GeneratedService["operations"] };
    return { client: clientModule({ ...client }), operations };
  } finally {
    remove();
  }
};

/** A generated client package, of which nothing is known but that it is one. */
export const clientModule = (exports: Readonly<Record<string, unknown>>): ClientModule => {
  const Client = Object.entries(exports).find(
    ([name, value]) =>
      name.endsWith("Client") &&
      typeof value === "function" &&
      value.prototype instanceof ServiceClient,
  )?.[1];
  if (Client === undefined) throw new Error("The client package has no client.");

  return { Client: Client as ClientModule["Client"], exports };
};
