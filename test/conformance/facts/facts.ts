import { readFileSync } from "node:fs";
import type { Json } from "@wickr-admin/codegen";

/** Where a member travels and what it must be. */
export interface MemberFacts {
  readonly target: string;
  readonly required?: true;
  readonly httpLabel?: true;
  readonly httpQuery?: string;
  readonly httpHeader?: string;
  readonly idempotencyToken?: true;
  readonly timestampFormat?: string;
  readonly range?: { readonly min?: number; readonly max?: number };
  readonly length?: { readonly min?: number; readonly max?: number };
  readonly default?: unknown;
}

/** One shape; which properties it has follows from its type. */
export interface ShapeFacts {
  readonly type: "structure" | "list" | "string" | "enum" | "intEnum";
  readonly member?: string;
  readonly members?: Readonly<Record<string, MemberFacts>>;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly length?: object;
  readonly pattern?: string;
  readonly sensitive?: object;
}

/** One operation. */
export interface OperationFacts {
  readonly method: string;
  readonly uri: string;
  readonly code: number;
  readonly readonly?: true;
  readonly idempotent?: true;
  readonly paginated?: object;
  readonly input: string;
  readonly output: string;
  readonly errors: readonly string[];
}

/** One error. */
export interface ErrorFacts {
  readonly fault: "client" | "server";
  readonly httpError: number;
  readonly members: Readonly<Record<string, MemberFacts>>;
}

/** How the API looks on the wire. */
export interface WireFacts {
  readonly service: {
    readonly sdkId: string;
    readonly serviceShape: string;
    readonly version: string;
    readonly protocol: string;
    readonly sigv4SigningName: string;
    readonly endpointPrefix: string;
    readonly arnNamespace: string;
  };
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly shapes: Readonly<Record<string, ShapeFacts>>;
  readonly errors: Readonly<Record<string, ErrorFacts>>;
}

/** A type: its name, an enum's values, a list of one type, or members. */
export type TypeFacts =
  | string
  | { readonly enum: readonly string[] }
  | readonly [TypeFacts]
  | { readonly [member: string]: TypeFacts };

/** Request and response of each operation, as nested types. */
export type OperationTypes = Readonly<
  Record<string, { readonly request: TypeFacts; readonly response: TypeFacts }>
>;

/** Where the model may differ from what is published, by shape id. */
export type AllowedDifferences = Readonly<Record<string, AllowedDifference>>;

/** One difference that is meant. */
export interface AllowedDifference {
  readonly difference: "added" | "removed" | "changed";
  /** Of what was changed: what the model says now. */
  readonly model?: Json;
  /** Why the model is right all the same. */
  readonly because: string;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));

export const wireFacts = read("wire.json") as WireFacts;
export const operationTypes = read("operations.json") as OperationTypes;

/** Those that are about these facts; entries without `difference` are for `model:upstream` alone. */
export const allowedDifferences = Object.fromEntries(
  Object.entries(read("differences.json") as object).filter(
    ([, entry]) => (entry as Partial<AllowedDifference>).difference !== undefined,
  ),
) as AllowedDifferences;
