import { Command, CommanderError } from "commander";
import { OutputError } from "../output/write-files.js";
import { addDiffCommand } from "./diff.js";
import { addGenerateCommand } from "./generate.js";
import type { Outcome } from "./outcome.js";

/**
 * Runs `wickr-codegen`. Whatever goes wrong ends in a message.
 *
 * @param args - What stands behind the command's name.
 */
export const runCommandLine = async (
  args: readonly string[],
  version: string,
): Promise<Outcome> => {
  let stdout = "";
  let stderr = "";
  let code = 0;
  const done = (outcome: Outcome): void => {
    stdout += outcome.stdout;
    stderr += outcome.stderr;
    code = outcome.code;
  };
  const program = new Command("wickr-codegen")
    .description("Generates TypeScript packages from Smithy models of restJson1 services.")
    .version(version)
    .configureOutput({
      writeOut: (text) => void (stdout += text),
      writeErr: (text) => void (stderr += text),
    })
    .exitOverride();
  addGenerateCommand(program, done);
  addDiffCommand(program, done);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      code = error.exitCode;
    } else {
      stderr += `error: ${messageOf(error)}\n`;
      code = 1;
    }
  }
  return { code, stdout, stderr };
};

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof OutputError) return error.message;
  // Of the file system, a message names the file; anything else is a fault of the generator.
  if ("syscall" in error) return error.message;
  return `the generator failed: ${error.message}`;
};
