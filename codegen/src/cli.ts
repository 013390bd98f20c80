import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { addDiffCommand } from "./commands/diff.js";
import { generate } from "./generate.js";
import { OutputError } from "./output/write-files.js";
import { PACKAGES, type PackageName } from "./plan/packages.js";
import { formatProblem, hasErrors } from "./model/problem.js";

interface GenerateFlags {
  readonly model: string[];
  readonly out: string;
  readonly service?: string;
  readonly omit?: string[];
  readonly scope: string;
  readonly only?: PackageName[];
  readonly check?: true;
}

const packageNames = (text: string): PackageName[] =>
  text.split(",").map((name) => {
    const found = PACKAGES.find((known) => known === name.trim());
    if (!found)
      throw new InvalidArgumentError(
        `Found ${name.trim()}, expected some of ${PACKAGES.join(", ")}.`,
      );
    return found;
  });

const npmScope = (text: string): string => {
  if (!/^@[a-z0-9~-][a-z0-9._~-]*$/.test(text)) {
    throw new InvalidArgumentError(`Found ${text}, expected an npm scope such as @example.`);
  }
  return text;
};

/** Runs `wickr-codegen generate`; gives the exit code. */
const run = async (flags: GenerateFlags): Promise<number> => {
  const { problems, written } = await generate(flags);
  for (const problem of problems) console.error(formatProblem(problem));
  if (!written || hasErrors(problems)) {
    const count = problems.filter(({ severity }) => severity === "error").length;
    console.error(`${count} ${count === 1 ? "error" : "errors"}; nothing was written.`);
    return 1;
  }
  const differing = [
    ...written.changed.map((path) => `differs: ${path}`),
    ...written.stale.map((path) => `stale:   ${path}`),
  ];
  if (flags.check) {
    if (differing.length === 0) {
      console.log(`${written.unchanged.length} files are as the model says.`);
      return 0;
    }
    console.error(differing.join("\n"));
    console.error(`${differing.length} files are not as the model says; run the generator.`);
    return 1;
  }
  console.log(
    `${written.changed.length} files written, ${written.stale.length} deleted, ${written.unchanged.length} unchanged.`,
  );
  return 0;
};

const program = new Command("wickr-codegen")
  .description("Generates TypeScript packages from Smithy models of restJson1 services.")
  .exitOverride();

program
  .command("generate")
  .description("Brings <out>/{client,paginators,waiters,mock}/src in line with a model.")
  .requiredOption(
    "--model <file|folder...>",
    "Smithy AST files, or folders of them; all are merged",
  )
  .requiredOption("--out <folder>", "the folder that holds the packages")
  .option("--service <shape id>", "the service, where the model has several")
  .option("--omit <shape id...>", "operations to leave out, such as ones that are not supported")
  .addOption(
    new Option("--scope <npm scope>", "of the packages")
      .default("@wickr-admin")
      .argParser(npmScope),
  )
  .addOption(
    new Option("--only <packages>", `some of ${PACKAGES.join(",")}`).argParser(packageNames),
  )
  .option("--check", "write nothing; list files that differ and exit with 1 if there are any")
  .action(async (flags: GenerateFlags) => {
    process.exitCode = await run(flags);
  });

addDiffCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else if (error instanceof OutputError) {
    console.error(`error: ${error.message}`);
    process.exitCode = 1;
  } else throw error;
}
