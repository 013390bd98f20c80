// Says what changed in model/ since the last release, and for whom it is breaking.
//
//   pnpm model:diff [--base <git ref>] [--json]
//
// Exit code: 0 without a breaking change, 1 with one, 2 where the models cannot be compared.
import { parseArgs } from "node:util";
import { findBase, repositoryRoot } from "./last-release.mjs";
import { changesSince, loadGenerator, runScript } from "./release-model.mjs";

await runScript(async () => {
  const { values } = parseArgs({
    options: { base: { type: "string" }, json: { type: "boolean", default: false } },
  });
  const { formatChanges, severityOf } = await loadGenerator();
  const root = repositoryRoot();
  const base = findBase(root, values.base);
  const changes = await changesSince(root, base);
  if (values.json) console.log(JSON.stringify(changes ?? [], undefined, 2));
  else if (changes === undefined) console.log(`There is no model at ${base.ref} to compare with.`);
  else console.log(`Compared with ${base.ref}:\n\n${formatChanges(changes)}`);
  return changes?.some((change) => severityOf(change) === "breaking") ? 1 : 0;
}, 2);
