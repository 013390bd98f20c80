import { createRequire } from "node:module";
import { dirname } from "node:path";

/** A schema as the official runtime holds it: kind, namespace, name, traits, and what its kind has. */
export type StaticSchema = readonly unknown[];

/** An instance of a published client, as far as everybody needs it. */
export interface OfficialClientInstance {
  send(command: never): Promise<object>;
  destroy(): void;
}

/** A published client of the official SDK. */
export interface OfficialClient {
  /** The package, such as `@aws-sdk/client-scheduler`. */
  readonly name: string;
  readonly version: string;
  /** The folder that it is installed in. */
  readonly folder: string;
  readonly Client: new (config: never) => OfficialClientInstance;
  readonly exports: Readonly<Record<string, unknown>>;
  /** The schemas of its operations, by name; empty in clients from before schemas. */
  readonly operations: Readonly<Record<string, StaticSchema>>;
}

/** What the official runtime calls the kind of an operation. */
const OPERATION = 9;

/** Loads a client that is installed where `folder` finds it. */
export const officialClient = (name: string, folder: string): OfficialClient =>
  officialClientIn(dirname(createRequire(`${folder}/index.js`).resolve(`${name}/package.json`)));

/** Loads the client that a folder is: one with a `package.json`. */
export const officialClientIn = (folder: string): OfficialClient => {
  const require = createRequire(`${folder}/index.js`);
  const { name, version } = require(`${folder}/package.json`) as { name: string; version: string };
  const exports = require(folder) as Record<string, unknown>;
  const client = Object.entries(exports).find(
    ([key, value]) => /^[A-Z]\w*Client$/.test(key) && typeof value === "function",
  );
  if (client === undefined) throw new Error(`${name} exports no client.`);
  const operations = Object.entries(exports)
    .filter(([key, value]) => key.endsWith("$") && Array.isArray(value) && value[0] === OPERATION)
    .map(([, value]) => [(value as StaticSchema)[2] as string, value as StaticSchema] as const);
  return {
    name,
    version,
    folder,
    Client: client[1] as OfficialClient["Client"],
    exports,
    operations: Object.fromEntries(operations),
  };
};
