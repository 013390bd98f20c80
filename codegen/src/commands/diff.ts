import { type Command, CommanderError } from "commander";
import { formatProblem } from "../model/problem.js";
import { severityOf } from "../diff/change.js";
import { diffFiles } from "./diff-files.js";
import { formatChanges } from "../diff/format-changes.js";

interface DiffFlags {
  readonly before: string[];
  readonly after: string[];
  readonly service?: string;
  readonly json?: true;
}

/** What the command prints, and how it ends: 0 without a breaking change, 1 with one, 2 where it fails. */
export interface DiffOutcome {
  readonly code: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `wickr-codegen diff`. */
export const runDiff = (flags: DiffFlags): DiffOutcome => {
  try {
    return compareFiles(flags);
  } catch (error) {
    // A model from before today's checks may hold what nobody expected. That must not look like a 1.
    return {
      code: 2,
      stdout: "",
      stderr: `error: ${error instanceof Error ? error.message : String(error)}\n`,
    };
  }
};

const compareFiles = (flags: DiffFlags): DiffOutcome => {
  const { problems, changes } = diffFiles(flags);
  if (!changes) return { code: 2, stdout: "", stderr: lines(problems.map(formatProblem)) };
  const text = flags.json ? JSON.stringify(changes, undefined, 2) : formatChanges(changes);
  const breaking = changes.some((change) => severityOf(change) === "breaking");
  const warnings = flags.json ? [] : problems.map(formatProblem);
  return { code: breaking ? 1 : 0, stdout: `${text}\n`, stderr: lines(warnings) };
};

const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

/** Adds `diff` to the command line. */
export const addDiffCommand = (program: Command): void => {
  program
    .command("diff")
    .description("Says what changed between two models, and for whom it is breaking.")
    .requiredOption("--before <file|folder...>", "the older model")
    .requiredOption("--after <file|folder...>", "the newer model")
    .option("--service <shape id>", "the service, where a model has several")
    .option("--json", "print the changes as JSON")
    .addHelpText(
      "after",
      "\nExit code: 0 without a breaking change, 1 with one, 2 where the models cannot be compared.",
    )
    .exitOverride((error) => {
      throw new CommanderError(error.exitCode === 0 ? 0 : 2, error.code, error.message);
    })
    .action((flags: DiffFlags) => {
      const { code, stdout, stderr } = runDiff(flags);
      process.stderr.write(stderr);
      process.stdout.write(stdout);
      process.exitCode = code;
    });
};
