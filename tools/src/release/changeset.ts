import { createHash } from "node:crypto";
import {
  bumpOf,
  type Change,
  codeSpan,
  SEVERITIES,
  type Severity,
  severityOf,
  TESTS_ONLY,
} from "@wickr-admin/codegen";

const TITLES: Readonly<Record<Severity, string>> = {
  breaking: "Breaking changes",
  additive: "New",
  patch: "Other changes",
};

/** A changeset, ready to be written: a file of the tool of that name, below `.changeset`. */
export interface Changeset {
  /** `model-` and a digest of the changes: the same changes always have the same file. */
  readonly name: string;
  readonly text: string;
}

/** The file names that `draftChangeset` gives. */
export const DRAFT_NAME = /^model-[0-9a-f]{8}\.md$/;

/** The changeset for changes of a model; undefined where they call for no release. */
export const draftChangeset = (
  changes: readonly Change[],
  packages: readonly string[],
): Changeset | undefined => {
  const bump = bumpOf(changes);
  if (!bump) return undefined;
  const name = `model-${digestOf(changes)}.md`;
  const heads = packages.map((each) => `${JSON.stringify(each)}: ${bump}`);
  const text = `---\n${heads.join("\n")}\n---\n\n${summaryOf(changes)}\n`;
  return { name, text };
};

/** Where a change is written down is no part of it. */
const digestOf = (changes: readonly Change[]): string => {
  const content = changes.map(({ kind, shape, message, client, mock }) => [
    kind,
    shape,
    message,
    client,
    mock,
  ]);
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 8);
};

const summaryOf = (changes: readonly Change[]): string => {
  const groups = SEVERITIES.map((severity) => ({
    title: TITLES[severity],
    lines: linesOf(changes.filter((change) => severityOf(change) === severity)),
  })).filter(({ lines }) => lines.length > 0);
  return [
    "The service's model changed.",
    ...groups.map(({ title, lines }) => `**${title}**\n\n${lines.join("\n")}`),
  ].join("\n\n");
};

/** Kinds of which nobody wants to read one line a shape. */
const COUNTED: ReadonlyMap<string, string> = new Map([
  ["ChangedDocumentation", "Documentation"],
  ["ChangedExamples", "Examples"],
]);

const linesOf = (changes: readonly Change[]): string[] => {
  const lines = changes
    .filter(({ kind }) => !COUNTED.has(kind) && kind !== TESTS_ONLY)
    .map(({ shape, message, client, mock }) => {
      const who =
        client === "breaking" || mock !== "breaking" ? "" : " (in tests that use the mock)";
      return `- ${codeSpan(nameOf(shape))}: ${message}${who}`;
    });
  for (const [kind, what] of COUNTED) {
    const shapes = new Set(
      changes.filter((change) => change.kind === kind).map(({ shape }) => shape),
    );
    const [first] = shapes;
    if (first === undefined) continue;
    const of = shapes.size === 1 ? codeSpan(nameOf(first)) : `${shapes.size} shapes and members`;
    lines.push(`- ${what} of ${of}`);
  }
  return lines;
};

/** `User.name` for `com.example#User$name`. */
const nameOf = (id: string): string => id.slice(id.indexOf("#") + 1).replace("$", ".");
