import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryFolder } from "../paths.js";
import type { Row } from "../results.js";
import { formatFigure, formatRatio } from "./format.js";
import type { Results } from "./results.js";

const MARKS = /(<!-- bench:begin -->\n)[\s\S]*?(<!-- bench:end -->)/;

/** Rows that the README shows; the rest stands in `results.md`. */
const SHOWN = ["sizes", "install", "cold-start", "throughput", "http"];

/** Puts the main figures between the marks of the repository's README. */
export const updateReadme = (results: Results): void => {
  const file = join(repositoryFolder, "README.md");
  const readme = readFileSync(file, "utf8");
  if (!MARKS.test(readme))
    throw new Error(`${file} has no <!-- bench:begin --> … <!-- bench:end -->.`);
  writeFileSync(
    file,
    readme.replace(MARKS, (_, begin, end) => `${begin}\n${summary(results)}\n${end}`),
  );
};

const summary = ({
  rows,
  machine,
}: Results): string => `Against a client for the same model on the official runtime, measured in the same run (medians; ${machine.cores} cores, Node ${machine.node}):

| | official runtime | this SDK | ratio |
| --- | --: | --: | --: |
${rows.filter(isShown).map(renderRow).join("\n")}

![Bundle size](test/bench/results/bundle-size.svg)

![Calls a second](test/bench/results/throughput.svg)

![Cold start](test/bench/results/cold-start.svg)

\`npx -y pnpm@10.34.8 bench\` measures it all again; [results.md](test/bench/results/results.md) has the spread, the versions and
the rest, and [test/bench](test/bench) says how it is measured.
`;

const isShown = ({ section, id }: Row): boolean =>
  SHOWN.includes(section) && !id.endsWith("-stream");

const renderRow = ({ title, official, ours, ratio, unit }: Row): string =>
  `| ${title} | ${official ? formatFigure(official.value, unit) : ""} | ${ours ? formatFigure(ours.value, unit) : ""} | ${
    ratio ? formatRatio({ value: ratio.value }) : ""
  } |`;
