import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { runNode, type Ran } from "./run-command.js";

/** The generator's command line, as installed. */
const CLI = join(dirname(createRequire(import.meta.url).resolve("@wickr-admin/codegen")), "cli.js");

/** Runs `wickr-codegen`. */
export const codegen = (...args: readonly string[]): Ran => runNode(CLI, ...args);
