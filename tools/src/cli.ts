// The repository's own commands. They run as they are, without a build:
//
//   tsx --conditions=@wickr-admin/source tools/src/cli.ts <command>
//
// Each command's module is loaded only where it is asked for: those that build packages must not
// need the generator, which they build.
import { Command, CommanderError } from "commander";
import type { CheckReleaseFlags } from "./commands/check-release.js";
import type { ModelDiffFlags } from "./commands/model-diff.js";
import type { ModelUpstreamFlags } from "./commands/model-upstream.js";
import type { RegenerateFlags } from "./commands/regenerate.js";
import { Failure } from "./support/failure.js";

const BASE = ["--base <git ref>", "what to compare with (default: the last release)"] as const;

const program = new Command("tools").description(
  "Builds the packages; turns models into releases.",
);

/** Adds a command; `failed` is how it ends where it fails. */
const add = (name: string, description: string, failed = 1): Command =>
  program
    .command(name)
    .description(description)
    .exitOverride((error) => {
      throw new CommanderError(error.exitCode === 0 ? 0 : failed, error.code, error.message);
    })
    .hook("preAction", () => {
      // Should the work end early, it has failed.
      process.exitCode = failed;
    });

add("build-package", "Builds the package one stands in; what its `exports` name are its entries.")
  .argument("[entry...]", "entries besides those, for Node")
  .option("--inline <name...>", "declared dependencies that become part of the output all the same")
  .action(async (entries: string[], { inline = [] }: { readonly inline?: string[] }) => {
    const { buildPackage } = await import("./build/build-package.js");
    await buildPackage(process.cwd(), { entries, inline });
    process.exitCode = 0;
  });

add("build-codegen", "Builds the generator, standing in its folder.").action(async () => {
  const { buildCodegen } = await import("./build/build-codegen.js");
  await buildCodegen(process.cwd());
  process.exitCode = 0;
});

add("model-diff", "Says what changed in model/, and for whom it is breaking.", 2)
  .option(...BASE)
  .option("--json", "print the changes as JSON")
  .addHelpText(
    "after",
    "\nExit code: 0 without a breaking change, 1 with one, 2 where the models cannot be compared.",
  )
  .action(async (flags: ModelDiffFlags) => {
    const { modelDiff } = await import("./commands/model-diff.js");
    process.exitCode = modelDiff(flags);
  });

add("model-upstream", "Says what a published model of the service has and model/ has not.", 2)
  .requiredOption(
    "--from <published model>",
    "a Smithy AST file, a folder of them, or an installed official package: its name or its folder",
  )
  .option("--model <file|folder>", "what to compare with it (default: model)")
  .option("--differences <file>", "the allowed differences (default: those of the repository)")
  .option("--json", "print the differences as JSON")
  .addHelpText(
    "after",
    "\nExit code: 0 without news, 1 with news or with allowed differences that are none, " +
      "2 where the models cannot be compared.",
  )
  .action(async (flags: ModelUpstreamFlags) => {
    const { modelUpstream } = await import("./commands/model-upstream.js");
    process.exitCode = await modelUpstream(flags);
  });

add("regenerate", "Does all that follows from an edit of model/, up to the changeset.")
  .option(...BASE)
  .option("--skip-type-check", "do not type-check the generated packages")
  .action(async (flags: RegenerateFlags) => {
    const { regenerate } = await import("./commands/regenerate.js");
    process.exitCode = await regenerate(flags);
  });

add("check-release", "Fails where generated code is stale, or a breaking change not announced.")
  .option(...BASE)
  .action(async (flags: CheckReleaseFlags) => {
    const { checkRelease } = await import("./commands/check-release.js");
    process.exitCode = await checkRelease(flags);
  });

try {
  await program.exitOverride().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else console.error(error instanceof Failure ? `error: ${error.message}` : error);
}
