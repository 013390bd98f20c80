// Makes three changes of the model in a copy of the repository, runs what a person would run, and records what came
// of it in README.md beside this file:
//
//   pnpm walk-through
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type Change,
  enumValueRemoved,
  makeEdits,
  operationAdded,
  requiredMemberAdded,
} from "./changes.js";
import { makeScratch, repository } from "./scratch.js";

const { root, pnpm, git, remove } = makeScratch();

const block = (text: string, language = "text") => ["```" + language, text, "```"].join("\n");

/** Makes one change and runs all that follows; the text of its section. */
const walk = ({ title, words, edits }: Change, index: number): string => {
  makeEdits(root, edits);

  const diff = pnpm("model:diff", "--base", "HEAD");
  const regenerate = pnpm("regenerate", "--base", "HEAD");
  if (regenerate.status !== 0) throw new Error(`${title}:\n${regenerate.out}\n${regenerate.err}`);
  git("add", "--all");
  const [draft = ""] = git("diff", "--cached", "--name-only", "--diff-filter=A", "--", ".changeset")
    .split("\n")
    .filter(Boolean);
  const tree = git("diff", "--cached", "--stat=100", "--", "packages");
  const check = pnpm("release:check", "--base", "HEAD");
  // What is written by hand and has to keep up.
  const types = pnpm("check-types", "--continue", "--output-logs=errors-only");
  const byHand = [...new Set(types.out.match(/\S+\.ts[:(][^\n]*error TS\d+:[^\n]*/g) ?? [])];

  const section = [
    `## ${index + 1}. ${title}`,
    words,
    `\`model:diff\` (ends with ${diff.status}):`,
    block(diff.out),
    `\`regenerate\` (${regenerate.seconds.toFixed(1)} s, type-check of the generated packages included) writes this changeset:`,
    block(readFileSync(join(root, draft), "utf8").trim(), "md"),
    "and this tree:",
    block(tree),
    check.status === 0
      ? "`release:check` passes."
      : `\`release:check\` ends with ${check.status}:\n\n${block(check.err)}`,
    byHand.length === 0
      ? "Nothing that is written by hand has to follow."
      : `What is written by hand and has to follow, by \`check-types\`:\n\n${block(byHand.join("\n"))}`,
  ];
  git("reset", "--quiet", "--hard", "HEAD");
  git("clean", "--quiet", "-d", "--force");
  return section.join("\n\n");
};

try {
  const sections = [operationAdded, requiredMemberAdded, enumValueRemoved].map(walk);
  const text = [
    "# Three changes, from the edit to the release",
    "What `pnpm walk-through` recorded: it makes each change in a copy of this repository and runs what a person runs. The three edits stand in [changes.ts](changes.ts); everything else here was written by the commands.",
    ...sections,
  ].join("\n\n");
  const file = fileURLToPath(new URL("README.md", import.meta.url));
  writeFileSync(file, `${text}\n`);
  execFileSync(join(repository, "node_modules/.bin/oxfmt"), [file], { stdio: "inherit" });
  process.stdout.write(`Recorded ${sections.length} changes.\n`);
} finally {
  remove();
}
