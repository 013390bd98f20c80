import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import {
  formatProblem,
  hasErrors,
  type Json,
  loadAsts,
  type Loaded,
  loadModel,
  type Model,
  type ServiceShape,
  trait,
  wrongTargets,
} from "@wickr-admin/codegen";
import { type OfficialClient, officialClientIn } from "../published/official-client.js";
import { publishedModelOf } from "../published/published-model.js";
import { Failure } from "../support/failure.js";
import { type Endpoints, endpointsOf, endpointsOfClient } from "./endpoints.js";
import { type Fact, FACTS } from "./facts.js";

/** A model to compare, and what it cannot tell. */
export interface Source {
  /** What people call it. */
  readonly name: string;
  readonly model: Model;
  readonly service: ServiceShape;
  readonly facts: ReadonlySet<Fact>;
  readonly endpoints: Endpoints | undefined;
}

/** Reads the model of AST files. Of several services it takes the one that is asked for. */
export const sourceOfFiles = (path: string, name: string, like?: ServiceShape): Source => {
  const loaded = loadModel([path]);
  const service = checkedService(loaded, name, like);
  return sourceOf(name, loaded.model, service, new Set(FACTS));
};

/** What an official package never tells. */
const UNTOLD_BY_PACKAGES: readonly Fact[] = [
  "types of numbers",
  "items of pages",
  "readonly, idempotent and retryable",
  "constraints",
  "defaults",
  "deprecation",
  "authentication of single operations",
  "protocols",
  "client settings",
  "checksums and compression",
  "waiters",
];

/** Reads the model of an official package that is installed in a folder. */
const sourceOfPackage = async (folder: string, like?: ServiceShape): Promise<Source> => {
  const client = loadClient(folder);
  const name = `${client.name} ${client.version}`;
  if (Object.keys(client.operations).length === 0) {
    throw new Failure(
      `${name} has no schemas; expected a client that exports them, as official clients do since the end of 2025.`,
    );
  }
  const { ast, service: id, tells } = await modelOf(client, name);
  const loaded = loadAsts([{ file: client.name, ast: ast as unknown as Json }]);
  const service = checkedService(loaded, name, like);
  const untold = new Set<Fact>([
    ...UNTOLD_BY_PACKAGES,
    ...(tells.enums ? [] : (["enums"] as const)),
    ...(tells.errorsOfOperations ? [] : (["errors of single operations"] as const)),
    ...(tells.required === "nothing" ? (["required members"] as const) : []),
    ...(tells.required === "all" ? [] : (["required messages of errors"] as const)),
  ]);
  const told = new Set(FACTS.filter((fact) => !untold.has(fact)));
  return {
    ...sourceOf(name, loaded.model, service, told),
    endpoints: id === service.id ? endpointsOfClient(client.Client) : undefined,
  };
};

const loadClient = (folder: string): OfficialClient => {
  try {
    return officialClientIn(folder);
  } catch (error) {
    throw new Failure(
      `${folder} is a package, but no official client that can be loaded: ${firstLine(error)}`,
    );
  }
};

const modelOf = async (client: OfficialClient, name: string) => {
  try {
    return await publishedModelOf(client);
  } catch (error) {
    throw new Failure(
      `The schemas of ${name} are not those of a client over restJson1: ${firstLine(error)}`,
    );
  }
};

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";

const sourceOf = (
  name: string,
  model: Model,
  service: ServiceShape,
  facts: ReadonlySet<Fact>,
): Source => ({ name, model, service, facts, endpoints: endpointsOf(service) });

const checkedService = ({ model, problems }: Loaded, name: string, like?: ServiceShape) => {
  fail(name, problems);
  const service = chooseService(model, name, like);
  fail(name, wrongTargets(model, service.id));
  return service;
};

const fail = (name: string, problems: Loaded["problems"]): void => {
  if (!hasErrors(problems)) return;
  const errors = problems.filter(({ severity }) => severity === "error");
  throw new Failure([`${name} is no model to compare:`, ...errors.map(formatProblem)].join("\n"));
};

const chooseService = (model: Model, name: string, like?: ServiceShape): ServiceShape => {
  const services = [...model.shapes.values()].filter((shape) => shape.type === "service");
  const found = services.length === 0 ? "no service" : services.map(describe).join(", ");
  const fitting = like
    ? services.filter((each) => each.id === like.id || sdkIdOf(each) === sdkIdOf(like))
    : services;
  const [service, ...others] = fitting;
  if (!service || others.length > 0)
    throw new Failure(`${name} has ${found}; expected ${like ? describe(like) : "one service"}.`);

  return service;
};

const describe = (service: ServiceShape): string => {
  const sdkId = sdkIdOf(service);
  return sdkId === service.id
    ? `the service ${service.id}`
    : `the service ${sdkId} (${service.id})`;
};

/** The name by which official clients know a service, whatever its shape is called. */
const sdkIdOf = (service: ServiceShape): string =>
  trait<{ sdkId?: string }>(service, "aws.api#service")?.sdkId ?? service.id;

/** Where something may be that was named on the command line. */
export interface Places {
  /** Folders that relative paths start from, in order. */
  readonly paths: readonly string[];
  /** Folders whose `node_modules` are looked into. */
  readonly packages: readonly string[];
}

/** Reads what was named: AST files, the folder of a package, or a package by its name. */
export const readSource = async (
  from: string,
  { paths, packages }: Places,
  like: ServiceShape,
): Promise<Source> => {
  const path = paths.map((base) => resolve(base, from)).find(existsSync);
  if (path !== undefined) {
    if (isPackage(path)) return sourceOfPackage(path, like);
    return sourceOfFiles(path, from, like);
  }
  const folder = NAME.test(from) ? installed(from, packages) : undefined;
  if (folder === undefined) {
    throw new Failure(
      `There is no file, folder or installed package ${from}; ` +
        "expected a Smithy AST file, a folder of them, or an official client such as @aws-sdk/client-wickr.",
    );
  }
  return sourceOfPackage(folder, like);
};

const NAME = /^(@[\w.-]+\/)?[\w.-]+$/;

/** A folder whose `package.json` says how it is called, other than one that holds models. */
const isPackage = (path: string): boolean => {
  const manifest = join(path, "package.json");
  if (!existsSync(manifest) || !statSync(path).isDirectory()) return false;
  try {
    const { main, exports } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, unknown>;
    return main !== undefined || exports !== undefined;
  } catch {
    return false;
  }
};

/** The folder of a package. Packages may keep their `package.json` to themselves, so folders are looked into. */
const installed = (name: string, folders: readonly string[]): string | undefined =>
  folders
    .flatMap((folder) => createRequire(`${folder}/index.js`).resolve.paths(name) ?? [])
    .map((modules) => join(modules, name))
    .find(isPackage);
