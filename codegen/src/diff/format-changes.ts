import { bumpOf } from "./bump.js";
import { type Change, SEVERITIES, type Severity, severityOf } from "./change.js";

const TITLES: Readonly<Record<Severity, string>> = {
  breaking: "Breaking",
  additive: "Additive",
  patch: "Patch",
};

/** The changes as a reviewer reads them, grouped by severity, with a line at the end that sums them up. */
export const formatChanges = (changes: readonly Change[]): string => {
  const groups = SEVERITIES.map((severity) => ({
    title: TITLES[severity],
    found: changes.filter((change) => severityOf(change) === severity),
  })).filter(({ found }) => found.length > 0);
  return [
    ...groups.map(({ title, found }) => `${title}\n${found.map(formatChange).join("\n")}\n`),
    summaryOf(changes),
  ].join("\n");
};

const formatChange = ({ kind, shape, file, message, client, mock }: Change): string => {
  const who = client === mock ? "" : ` [client: ${client}, mock: ${mock}]`;
  return `  ${shape} (${file})\n    ${kind}: ${message}${who}`;
};

/** `3 changes: 1 breaking, 2 additive. Next release: major.` */
export const summaryOf = (changes: readonly Change[]): string => {
  if (changes.length === 0) return "No changes.";
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: changes.filter((change) => severityOf(change) === severity).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}`);
  const number = `${changes.length} ${changes.length === 1 ? "change" : "changes"}`;
  return `${number}: ${counts.join(", ")}. Next release: ${bumpOf(changes) ?? "none needed"}.`;
};
