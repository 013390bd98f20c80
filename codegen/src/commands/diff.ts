import { type Command, CommanderError, Option } from "commander";
import { formatProblem } from "../model/problem.js";
import { severityOf } from "../diff/change.js";
import { diffFiles } from "./diff-files.js";
import { formatChanges } from "../diff/format-changes.js";

import { notEmpty, once } from "./once.js";
import { type Outcome, outcomeOf } from "./outcome.js";

interface DiffFlags {
  readonly before: string[];
  readonly after: string[];
  readonly service?: string;
  readonly json?: true;
}

/** Runs `wickr-codegen diff`. It ends with 0 without a breaking change, with 1 with one, with 2 where it fails. */
export const runDiff = (flags: DiffFlags): Outcome => {
  try {
    return compareFiles(flags);
  } catch (error) {
    // A model from before today's checks may hold what nobody expected. That must not look like a 1.
    return outcomeOf(2, [], [`error: ${error instanceof Error ? error.message : String(error)}`]);
  }
};

const compareFiles = (flags: DiffFlags): Outcome => {
  const { problems, changes } = diffFiles(flags);
  if (!changes) return outcomeOf(2, [], problems.map(formatProblem));
  const text = flags.json ? JSON.stringify(changes, undefined, 2) : formatChanges(changes);
  const breaking = changes.some((change) => severityOf(change) === "breaking");
  const warnings = flags.json ? [] : problems.map(formatProblem);
  return outcomeOf(breaking ? 1 : 0, [text], warnings);
};

/** Adds `diff` to the command line. */
export const addDiffCommand = (program: Command, done: (outcome: Outcome) => void): void => {
  program
    .command("diff")
    .description("Says what changed between two models, and for whom it is breaking.")
    .requiredOption("--before <file|folder...>", "the older model")
    .requiredOption("--after <file|folder...>", "the newer model")
    .addOption(
      new Option("--service <shape id>", "the service, where a model has several").argParser(
        once(notEmpty),
      ),
    )
    .option("--json", "print the changes as JSON")
    .addHelpText(
      "after",
      "\nExit code: 0 without a breaking change, 1 with one, 2 where the models cannot be compared.",
    )
    .exitOverride((error) => {
      throw new CommanderError(error.exitCode === 0 ? 0 : 2, error.code, error.message);
    })
    .action((flags: DiffFlags) => done(runDiff(flags)));
};
