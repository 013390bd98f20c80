// For CI: generated code is what the model says, and a breaking change of the model has a changeset
// that raises the major version. Needs the history back to the last release (`fetch-depth: 0`).
//
//   node scripts/check-release.mjs [--base <git ref>]
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBase, repositoryRoot } from "./last-release.mjs";
import {
  changesSince,
  fixedGroups,
  generatedPackages,
  isReleased,
  loadGenerator,
  runScript,
} from "./release-model.mjs";

/** Whether every generated file is as the model says; says which ones are not. */
const isCurrent = async (root) => {
  const { formatProblem, generate } = await loadGenerator();
  const { problems, written } = await generate({
    model: [join(root, "model")],
    out: join(root, "packages"),
    check: true,
  });
  if (!written) {
    for (const problem of problems) console.error(formatProblem(problem));
    console.error("error: The model has errors.");
    return false;
  }
  const stale = [...written.changed, ...written.stale];
  if (stale.length === 0) return true;
  for (const file of stale) console.error(`packages/${file}`);
  console.error(
    `error: ${stale.length} generated files are not as the model says. Run \`pnpm regenerate\` and commit what it writes.`,
  );
  return false;
};

/** Whether changesets, or versions raised already, announce the changes; says what is missing. */
const isAnnounced = async (root, base) => {
  const { bumpOf, formatChanges, packagesBelow, readChangesets } = await loadGenerator();
  const changes = await changesSince(root, base);
  const bump = changes && bumpOf(changes);
  if (!bump) {
    console.log(`The model calls for no release since ${base.ref}.`);
    return true;
  }
  const packages = generatedPackages(root, base.commit);
  const names = packages.map(({ name }) => name);
  const changesets = readChangesets(join(root, ".changeset"));
  const below = packagesBelow(bump, names, changesets, fixedGroups(root));
  if (below.length === 0 || (await isReleased(packages, bump))) {
    console.log(`The changes of the model since ${base.ref} are announced (${bump}).`);
    return true;
  }
  const missing = `no changeset raises ${below.join(", ")} to a ${bump} release. Run \`pnpm regenerate\` and commit the changeset.`;
  if (bump !== "major") {
    console.log(`note: The model changed since ${base.ref}, and ${missing}`);
    return true;
  }
  console.error(formatChanges(changes));
  console.error(`error: The model has breaking changes since ${base.ref}, but ${missing}`);
  return false;
};

await runScript(async () => {
  const { values } = parseArgs({ options: { base: { type: "string" } } });
  const root = repositoryRoot();
  const base = findBase(root, values.base);
  const current = await isCurrent(root);
  const announced = await isAnnounced(root, base);
  return current && announced ? 0 : 1;
});
