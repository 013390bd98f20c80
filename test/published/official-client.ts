import { createRequire } from "node:module";
import type { AnyClient } from "@wickr-admin/test-support/client-module";

/** A schema as the official runtime holds it: kind, namespace, name, traits, and what its kind has. */
export type StaticSchema = readonly unknown[];

/** A published client of the official SDK. */
export interface OfficialClient {
  /** The package, such as `@aws-sdk/client-scheduler`. */
  readonly name: string;
  readonly version: string;
  readonly Client: new (config: never) => AnyClient;
  readonly exports: Readonly<Record<string, unknown>>;
  /** The schemas of its operations, by name; empty in clients from before schemas. */
  readonly operations: Readonly<Record<string, StaticSchema>>;
}

/** What the official runtime calls the kind of an operation. */
const OPERATION = 9;

/** Loads a client that is installed where `folder` finds it. */
export function officialClient(name: string, folder: string): OfficialClient {
  const require = createRequire(`${folder}/index.js`);
  const exports = require(name) as Record<string, unknown>;
  const { version } = require(`${name}/package.json`) as { version: string };
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
    Client: client[1] as OfficialClient["Client"],
    exports,
    operations: Object.fromEntries(operations),
  };
}
