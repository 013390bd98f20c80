import { type Reference, type Row, type SectionId, isMet } from "../results.js";
import type { Results } from "./results.js";
import { formatInterval, formatRatio, formatTarget } from "./format.js";

const HEADINGS: Readonly<Record<SectionId, string>> = {
  sizes: "Bundle size (esbuild, minified, gzip)",
  install: "Installed size",
  "cold-start": "Cold start",
  throughput: "Calls a second (in-memory handler, signed)",
  http: "Calls a second (real HTTP)",
  heap: "Memory",
  generator: "Generator (all four packages, whole process)",
};

/** `results.md`: a table for each section. */
export const renderMarkdown = ({ machine, rows, references, quick, date }: Results): string => {
  const { cpu, cores, memoryGiB, system, node, loadAtStart, versions } = machine;
  const sections = [...new Set(rows.map(({ section }) => section))];
  return `# Benchmark results

Written by \`pnpm bench\`${quick ? " --quick (a smoke run: figures are rough)" : ""} on ${date}.

- ${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}, Node ${node}, load at start ${loadAtStart}
- ${mainVersions(versions)}

Figures are medians with quartiles in parentheses; ratios (ours / official) have their 95 % interval.
${sections.map((section) => renderSection(section, rows, references)).join("")}`;
};

const renderSection = (
  section: SectionId,
  rows: readonly Row[],
  references: readonly Reference[],
): string => {
  const own = rows.filter((row) => row.section === section);
  const beside = references.filter((reference) => reference.section === section);
  return `
## ${HEADINGS[section]}

| | official runtime | this SDK | ratio | target | met |
|---|--:|--:|--:|--:|:-:|
${own.map(renderRow).join("\n")}
${beside.length > 0 ? `\nFor orientation:\n\n| | |\n|---|--:|\n${beside.map(renderReference).join("\n")}\n` : ""}`;
};

const renderRow = (row: Row): string => {
  const met = isMet(row);
  return cells([
    row.title,
    formatInterval(row.official, row.unit),
    formatInterval(row.ours, row.unit),
    formatRatio(row.ratio),
    formatTarget(row.target, row),
    met === undefined ? "" : met ? "yes" : "**no**",
  ]);
};

const renderReference = ({ title, figure, unit }: Reference): string =>
  cells([title, formatInterval(figure, unit)]);

const cells = (texts: readonly string[]): string => `| ${texts.join(" | ")} |`;

const mainVersions = (versions: Readonly<Record<string, string>>): string =>
  [
    "@wickr-admin/client",
    "@aws-sdk/client-scheduler",
    "@aws-sdk/core",
    "@smithy/core",
    "@smithy/signature-v4",
    "@smithy/middleware-retry",
    "esbuild",
  ]
    .filter((name) => name in versions)
    .map((name) => `${name} ${versions[name]}`)
    .join(", ");
