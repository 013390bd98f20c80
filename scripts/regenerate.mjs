// All that follows from an edit of model/: checks it, says what changed since the last release,
// generates the packages, formats and type-checks them, and drafts the changeset.
//
//   pnpm regenerate [--base <git ref>] [--skip-type-check]
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Failure, filesAt, findBase, repositoryRoot } from "./last-release.mjs";
import {
  changesSince,
  fixedGroups,
  generatedPackages,
  isReleased,
  loadGenerator,
  runScript,
} from "./release-model.mjs";

const binaries = fileURLToPath(new URL("../node_modules/.bin", import.meta.url));

/** Runs one of the repository's tools. */
const run = (root, tool, ...args) => {
  const env = { ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}` };
  try {
    execFileSync(tool, args, {
      cwd: root,
      stdio: "inherit",
      env,
      shell: process.platform === "win32",
    });
  } catch {
    throw new Failure(`${tool} ${args.join(" ")} failed; see above.`);
  }
};

/** Generates the packages; gives what was written. */
const generatePackages = async (root) => {
  const { formatProblem, generate } = await loadGenerator();
  const { problems, written } = await generate({
    model: [join(root, "model")],
    out: join(root, "packages"),
    strict: true,
  });
  if (written) return written;
  for (const problem of problems) console.error(formatProblem(problem));
  throw new Failure("The model has errors; nothing was generated.");
};

/** Drafts the changeset, unless it is there; drafts of the same release that it replaces go. */
const writeChangeset = async (root, base, changes) => {
  const generator = await loadGenerator();
  const packages = generatedPackages(root, base.commit);
  const names = packages.map(({ name }) => name);
  const folder = join(root, ".changeset");
  const draft = await generator.draftChangeset(changes, names);
  const bump = generator.bumpOf(changes);
  const isDone = bump && (await isReleased(packages, bump));

  // A draft that the base has too belongs to changes before it.
  const older = new Set(
    filesAt(root, base.commit, ".changeset/").map((path) => path.split("/").at(-1)),
  );
  const outdated = readdirSync(folder).filter(
    (file) =>
      generator.DRAFT_NAME.test(file) && !older.has(file) && (isDone || file !== draft?.name),
  );
  for (const file of outdated) {
    rmSync(join(folder, file));
    console.log(`Deleted .changeset/${file}: the changes are others now.`);
  }
  if (!draft) return console.log("Nothing to release: no changeset.");
  if (isDone)
    return console.log(`The versions have grown since ${base.ref} already: no changeset.`);

  const path = `.changeset/${draft.name}`;
  if (existsSync(join(folder, draft.name))) {
    const below = generator.packagesBelow(
      bump,
      names,
      generator.readChangesets(folder),
      fixedGroups(root),
    );
    if (below.length > 0)
      throw new Failure(`${path} asks for less than a ${bump} release; delete it, or raise it.`);
    return console.log(`${path} is there already (${bump}).`);
  }
  writeFileSync(join(folder, draft.name), draft.text);
  run(root, "oxfmt", path);
  console.log(`Wrote ${path} (${bump}). Its text goes into the changelogs: edit it as you like.`);
};

await runScript(async () => {
  const { values } = parseArgs({
    options: { base: { type: "string" }, "skip-type-check": { type: "boolean", default: false } },
  });
  const { formatChanges } = await loadGenerator();
  const root = repositoryRoot();
  const base = findBase(root, values.base);

  const changes = await changesSince(root, base);
  if (changes === undefined) console.log(`There is no model at ${base.ref} to compare with.\n`);
  else console.log(`Compared with ${base.ref}:\n\n${formatChanges(changes)}\n`);

  const { changed, stale, unchanged } = await generatePackages(root);
  for (const file of changed) console.log(`wrote   packages/${file}`);
  for (const file of stale) console.log(`deleted packages/${file}`);
  console.log(
    `${changed.length} files written, ${stale.length} deleted, ${unchanged.length} unchanged.\n`,
  );

  run(root, "oxfmt", "model");
  if (!values["skip-type-check"]) {
    const filters = generatedPackages(root, base.commit).map(({ name }) => `--filter=${name}`);
    run(root, "turbo", "run", "check-types", ...filters, "--output-logs=errors-only");
  }
  if (changes) await writeChangeset(root, base, changes);
  return 0;
});
