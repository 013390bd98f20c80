// The model now and at the last release, and the packages that are generated from it: what
// model-diff, regenerate and check-release share. All of them work on the repository one stands in.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, fileAt, withFolderAt } from "./last-release.mjs";

/** The generator as a library. It has to be built: `pnpm` does that before it runs a script. */
export const loadGenerator = async () => {
  const built = new URL("../codegen/dist/index.js", import.meta.url);
  if (!existsSync(built)) throw new Failure("The generator is not built; run `pnpm build` first.");
  return await import(built.href);
};

/**
 * What changed in `model/` since a commit. `changes` is undefined where the commit has no model.
 * Fails where a model has errors; warnings of the present one are printed.
 */
export const changesSince = async (root, { ref, commit }) => {
  const { diffFiles, formatProblem, hasErrors } = await loadGenerator();
  // Below the root, so that messages name files as a person would.
  process.chdir(root);
  return await withFolderAt(root, commit, "model", (before) => {
    if (before === undefined) return undefined;
    const { changes, problems } = diffFiles({ before: [before], after: ["model"] });
    for (const problem of problems) console.error(formatProblem(problem));
    if (!changes || hasErrors(problems))
      throw new Failure(`The model cannot be compared with ${ref}.`);
    return changes;
  });
};

/** The packages that are generated, with the versions they have now and had at the commit. */
export const generatedPackages = (root, commit) =>
  ["client", "mock", "paginators", "waiters"].map((folder) => {
    const path = `packages/${folder}/package.json`;
    const { name, version } = JSON.parse(readFileSync(join(root, path), "utf8"));
    const before = fileAt(root, commit, path);
    return { name, version, before: before === undefined ? undefined : JSON.parse(before).version };
  });

/** Whether all their versions have already grown by as much since the commit. */
export const isReleased = async (packages, bump) => {
  const { bumpBetween, covers } = await loadGenerator();
  return packages.every(
    ({ before, version }) => before && covers(bumpBetween(before, version), bump),
  );
};

/** The packages that share their version, by the configuration of changesets. */
export const fixedGroups = (root) =>
  JSON.parse(readFileSync(join(root, ".changeset/config.json"), "utf8")).fixed ?? [];

/** Runs a script's work; it gives the exit code, and failures become a message and `failed`. */
export const runScript = async (work, failed = 1) => {
  try {
    process.exitCode = await work();
  } catch (error) {
    const known = error instanceof Failure || error?.code?.startsWith?.("ERR_PARSE_ARGS");
    console.error(known ? `error: ${error.message}` : error);
    process.exitCode = failed;
  }
};
