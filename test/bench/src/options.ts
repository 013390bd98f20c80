import { parseArgs } from "node:util";
import { SECTIONS, type SectionId } from "./results.js";

/** What the command line asks for. */
export interface Options {
  readonly sections: readonly SectionId[];
  readonly quick: boolean;
  readonly updateBudget: boolean;
  readonly help: boolean;
}

/** What `--help` prints. */
export const HELP = `Measures this SDK against a client for the same model on the official runtime.

pnpm bench                        everything; writes test/bench/results
pnpm bench --quick                a smoke run; writes test/bench/.partial
pnpm bench --only sizes,heap      some of: ${SECTIONS.join(", ")}; writes test/bench/.partial
pnpm bench --update-budget        records bundle and installed sizes as the budget that \`pnpm test\` holds
`;

/** Reads the arguments; fails on unknown ones. */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    // pnpm passes the separator on.
    args: args.filter((argument) => argument !== "--"),
    options: {
      quick: { type: "boolean", default: false },
      only: { type: "string", multiple: true, default: [] },
      "update-budget": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const only = values.only.flatMap((names) => names.split(",")).map((name) => name.trim());
  const unknown = only.filter((name) => !SECTIONS.some((section) => section === name));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(", ")}. There is: ${SECTIONS.join(", ")}.`);

  return {
    sections: SECTIONS.filter((section) => only.length === 0 || only.includes(section)),
    quick: values.quick,
    updateBudget: values["update-budget"],
    help: values.help,
  };
};
