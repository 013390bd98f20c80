import { type Command, InvalidArgumentError, Option } from "commander";
import { generate } from "../generate.js";
import { formatProblem } from "../model/problem.js";
import { PACKAGES, type PackageName } from "../layout/packages.js";
import { notEmpty, once } from "./once.js";
import { type Outcome, outcomeOf } from "./outcome.js";

interface GenerateFlags {
  readonly model: string[];
  readonly out: string;
  readonly service?: string;
  readonly omit?: string[];
  readonly scope: string;
  readonly only?: PackageName[];
  readonly strict?: true;
  readonly check?: true;
}

/** Runs `wickr-codegen generate`. */
const runGenerate = async (flags: GenerateFlags): Promise<Outcome> => {
  const { problems, written } = await generate(flags);
  const found = problems.map(formatProblem);
  if (!written) {
    const count = problems.filter(({ severity }) => severity === "error").length;
    const what = `${count} ${count === 1 ? "error" : "errors"}`;
    const summary = count === 0 ? "There are warnings, and --strict is given" : what;
    return outcomeOf(1, [], [...found, `${summary}; nothing was written.`]);
  }
  const { changed, stale, unchanged } = written;
  if (!flags.check) {
    const summary = `${changed.length} files written, ${stale.length} deleted, ${unchanged.length} unchanged.`;
    return outcomeOf(0, [summary], found);
  }
  const differing = [
    ...changed.map((path) => `differs: ${path}`),
    ...stale.map((path) => `stale:   ${path}`),
  ];
  if (differing.length === 0)
    return outcomeOf(0, [`${unchanged.length} files are as the model says.`], found);

  const summary = `${differing.length} files are not as the model says; run the generator.`;
  return outcomeOf(1, [], [...found, ...differing, summary]);
};

const packageNames = (text: string): PackageName[] => [
  ...new Set(
    text.split(",").map((name) => {
      const found = PACKAGES.find((known) => known === name.trim());
      if (found) return found;
      throw new InvalidArgumentError(
        `Found ${JSON.stringify(name.trim())}, expected some of ${PACKAGES.join(", ")}.`,
      );
    }),
  ),
];

const npmScope = (text: string): string => {
  if (!/^@[a-z0-9~-][a-z0-9._~-]*$/.test(text))
    throw new InvalidArgumentError(`Found ${text}, expected an npm scope such as @example.`);

  return text;
};

/** Adds `generate` to the command line. */
export const addGenerateCommand = (program: Command, done: (outcome: Outcome) => void): void => {
  program
    .command("generate")
    .description("Brings <out>/{client,paginators,waiters,mock}/src in line with a model.")
    .requiredOption(
      "--model <file|folder...>",
      "Smithy AST files, or folders of them; all are merged",
    )
    .addOption(
      new Option("--out <folder>", "the folder that holds the packages")
        .makeOptionMandatory()
        .argParser(once(notEmpty)),
    )
    .addOption(
      new Option("--service <shape id>", "the service, where the model has several").argParser(
        once(notEmpty),
      ),
    )
    .option("--omit <shape id...>", "operations to leave out, such as ones that are not supported")
    .addOption(
      new Option("--scope <npm scope>", "of the packages")
        .default("@wickr-admin")
        .argParser(once(npmScope)),
    )
    .addOption(
      new Option("--only <packages>", `some of ${PACKAGES.join(",")}`).argParser(
        once(packageNames),
      ),
    )
    .option("--strict", "refuse a model with warnings, too")
    .option("--check", "write nothing; list files that differ and exit with 1 if there are any")
    .action(async (flags: GenerateFlags) => done(await runGenerate(flags)));
};
