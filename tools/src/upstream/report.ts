import { FACTS, NEVER_COMPARED } from "./facts.js";
import type { Judged, StaleEntry } from "./allowed.js";
import { textOf } from "./allowed.js";
import type { Compared, Difference } from "./compare.js";

/** What was compared, and what came of it. */
export interface Outcome extends Judged {
  /** Our model. */
  readonly ours: string;
  /** The published one. */
  readonly theirs: string;
  /** The file of allowed differences. */
  readonly file: string;
  readonly facts: Compared["facts"];
}

/** Whether somebody has to do something. */
export const isNews = ({ news, stale }: Pick<Outcome, "news" | "stale">): boolean =>
  news.length > 0 || stale.length > 0;

/** The kinds of facts that were not compared, since one of the two does not tell them. */
const notCompared = ({ facts }: Outcome): string[] => FACTS.filter((fact) => !facts.has(fact));

/** As people read it. */
export const formatOutcome = (outcome: Outcome): string => {
  const { ours, theirs, file, news, oursAlone, allowed, stale } = outcome;
  const untold = notCompared(outcome);
  const parts = [
    `Compared ${ours} with ${theirs}.`,
    ...section(`New in ${theirs}, as changes from ours`, format(news)),
    ...section(`Ours alone, as changes from ${theirs}`, format(oursAlone)),
    ...section(
      `Allowed by ${file}`,
      allowed.map((each) => `  ${each.shape}: ${each.kind}. ${each.because}`),
    ),
    ...section(`Stale in ${file}: these are no differences any more`, stale.map(formatStale)),
    ...(news.length > 0 ? [howToAllow(file, news)] : []),
    `Not compared: ${[...untold, ...NEVER_COMPARED].join("; ")}.`,
    `${count(news.length, "piece")} of news, ${oursAlone.length} ours alone, ${allowed.length} allowed, ${count(stale.length, "stale entry", "stale entries")}.`,
  ];
  return parts.join("\n\n");
};

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}\n${lines.join("\n")}`];

/** One head for all that is said of a shape. */
const format = (differences: readonly Difference[]): string[] => {
  const byShape = new Map<string, string[]>();
  for (const each of differences) {
    const head = `  ${each.shape} (${each.file})`;
    byShape.set(head, [...(byShape.get(head) ?? []), `    ${textOf(each)}`]);
  }
  return [...byShape].flatMap(([head, lines]) => [head, ...lines]);
};

const formatStale = ({ shape, says }: StaleEntry): string => `  ${shape}\n    ${says}`;

const howToAllow = (file: string, [first]: readonly Difference[]): string => {
  if (!first) return "";
  const entry = JSON.stringify({ upstream: [textOf(first)], because: "…" });
  return [
    "Bring the model up to date. Where it is known to be right as it is, say why in",
    `${file}:`,
    `  ${JSON.stringify(first.shape)}: ${entry}`,
  ].join("\n");
};

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;

/** As tools read it. */
export const outcomeAsJson = (outcome: Outcome): string => {
  const { ours, theirs, file, news, oursAlone, allowed, stale, facts } = outcome;
  return JSON.stringify(
    {
      ours,
      theirs,
      news,
      oursAlone,
      allowed,
      stale,
      allowedDifferences: file,
      compared: [...facts],
      notCompared: [...notCompared(outcome), ...NEVER_COMPARED],
    },
    undefined,
    2,
  );
};
