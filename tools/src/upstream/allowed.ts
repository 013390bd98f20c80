import { readFileSync } from "node:fs";
import { namespaceOf, type ShapeId } from "@wickr-admin/codegen";
import { Failure } from "../support/failure.js";
import type { Compared, Difference } from "./compare.js";
import { factOf } from "./facts.js";

/** What the file of allowed differences says of a shape or member. */
export interface AllowedDifference {
  /**
   * Of the model and the recorded facts, for the tests of conformance. Here, `added` and `changed`
   * explain what is ours alone, and `removed` says that we do not follow. What is new in a part that
   * was `changed` is news all the same.
   */
  readonly difference?: "added" | "removed" | "changed";
  /** Of the model and a published one: the differences as the report words them. */
  readonly upstream?: readonly string[];
  /** Why the model is right all the same. */
  readonly because: string;
}

/** The allowed differences, by shape id. */
export type AllowedDifferences = Readonly<Record<ShapeId, AllowedDifference>>;

/** Reads the file. */
export const readAllowed = (file: string): AllowedDifferences => {
  let entries: unknown;
  try {
    entries = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${error instanceof Error ? error.message : ""}`);
  }
  if (typeof entries !== "object" || entries === null || Array.isArray(entries))
    throw new Failure(`${file} is no object; expected one entry for each shape id.`);

  for (const [id, entry] of Object.entries(entries)) {
    const problem = problemOf(entry);
    if (problem !== undefined) throw new Failure(`${file}: ${id} ${problem}`);
  }
  return entries as AllowedDifferences;
};

const problemOf = (entry: unknown): string | undefined => {
  if (typeof entry !== "object" || entry === null) return "is no object.";
  const { because, difference, upstream } = entry as Record<string, unknown>;
  if (typeof because !== "string" || !/\w/.test(because)) return 'says no reason in "because".';
  if (upstream === undefined)
    return difference === undefined ? 'has neither "difference" nor "upstream".' : undefined;

  const isList = Array.isArray(upstream) && upstream.every((text) => typeof text === "string");
  return isList ? undefined : 'has an "upstream" that is no list of texts.';
};

/** What is left of the differences, and what became of the entries. */
export interface Judged {
  readonly news: readonly Difference[];
  readonly oursAlone: readonly Difference[];
  readonly allowed: readonly (Difference & { readonly because: string })[];
  readonly stale: readonly StaleEntry[];
}

/** An entry, or one text of it, that is no difference any more. */
export interface StaleEntry {
  readonly shape: ShapeId;
  readonly says: string;
}

/** A difference in the words of an entry. */
export const textOf = ({ kind, message }: Difference): string => `${kind}: ${message}`;

/** Takes out what is allowed. Entries of other namespaces are about other services, and are left alone. */
export const judge = (
  { news, oursAlone, facts }: Compared,
  entries: AllowedDifferences,
  namespaces: readonly string[],
): Judged => {
  const allowed: (Difference & { because: string })[] = [];
  const used = new Set<string>();
  const isLeft =
    (existence: "added" | "removed") =>
    (difference: Difference): boolean => {
      const { shape } = difference;
      const entry = Object.hasOwn(entries, shape) ? entries[shape] : undefined;
      const says = entry && whatAllows(entry, difference, existence);
      if (!entry || says === undefined) return true;
      used.add(`${shape} ${says}`);
      allowed.push({ ...difference, because: entry.because });
      return false;
    };
  const left = {
    news: news.filter(isLeft("removed")),
    oursAlone: oursAlone.filter(isLeft("added")),
  };
  const stale = Object.entries(entries)
    .filter(([shape]) => namespaces.includes(namespaceOf(shape)))
    .flatMap(([shape, entry]) =>
      textsOf(shape, entry)
        .filter((says) => !used.has(`${shape} ${says}`))
        .filter((says) => isTold(facts, says))
        .map((says) => ({ shape, says })),
    );
  return { ...left, allowed, stale };
};

const EXISTENCE = /^Added(Operation|Member|RequiredMember|UnionMember|EnumValue)$/;

/** The text of an entry that allows a difference. */
const whatAllows = (
  { difference, upstream }: AllowedDifference,
  found: Difference,
  existence: "added" | "removed",
): string | undefined => {
  const text = textOf(found);
  if (upstream?.includes(text)) return text;
  if (difference === "changed" && existence === "added") return difference;
  return difference === existence && EXISTENCE.test(found.kind) ? difference : undefined;
};

/** What an entry stands for here. Whether a fact is still contradicted, the tests of conformance say. */
const textsOf = (shape: ShapeId, { difference, upstream = [] }: AllowedDifference): string[] => {
  const isHere = difference === "removed" || difference === "added";
  return [...(isHere ? [difference] : []), ...upstream];
};

/** Nobody can say that an entry is out of date where the published model does not tell what it is about. */
const isTold = (facts: Compared["facts"], says: string): boolean => {
  if (says === "added" || says === "removed") return facts.has("enums");
  const [kind = "", ...rest] = says.split(": ");
  const fact = factOf({ kind, message: rest.join(": ") });
  // What no change is called cannot match anything, ever.
  return fact === undefined || facts.has(fact);
};
