import {
  type RuntimeEntry,
  type RuntimeType,
  type RuntimeValue,
  SYMBOLS,
} from "@wickr-admin/runtime/symbols";
import { type ImportSymbol, imported } from "./symbols.js";

/** The hand-written package that all generated ones build on; the same for every service and scope. */
export const RUNTIME = "@wickr-admin/runtime";

/** The runtime's symbols, by entry: `runtime.internal.keepMembers`. */
export type RuntimeSymbols = {
  readonly [Entry in RuntimeEntry]: Readonly<
    Record<RuntimeValue<Entry> | RuntimeType<Entry>, ImportSymbol>
  >;
};

const entries = Object.entries(SYMBOLS).map(([entry, { values, types }]) => [
  entry,
  Object.fromEntries(
    [...values, ...types].map((name) => [name, imported(name, `${RUNTIME}/${entry}`)]),
  ),
]);

/** What generated code imports from the runtime, by entry: `runtime.internal.keepMembers`. */
export const runtime = Object.fromEntries(entries) as RuntimeSymbols;

/** All names that the runtime gives: variables of generated code keep away from them. */
export const RUNTIME_NAMES: ReadonlySet<string> = new Set(
  Object.values(SYMBOLS).flatMap(({ values, types }): readonly string[] => [...values, ...types]),
);

/** Types of Smithy's that generated code uses. */
export const smithy = Object.fromEntries(
  (
    [
      "DocumentType",
      "HeaderBag",
      "MetadataBearer",
      "Provider",
      "QueryParameterBag",
      "StreamingBlobPayloadInputTypes",
      "StreamingBlobPayloadOutputTypes",
      "StreamingBlobTypes",
    ] as const
  ).map((name) => [name, imported(name, "@smithy/types")]),
) as Readonly<Record<SmithyType, ImportSymbol>>;

type SmithyType =
  | "DocumentType"
  | "HeaderBag"
  | "MetadataBearer"
  | "Provider"
  | "QueryParameterBag"
  | "StreamingBlobPayloadInputTypes"
  | "StreamingBlobPayloadOutputTypes"
  | "StreamingBlobTypes";
