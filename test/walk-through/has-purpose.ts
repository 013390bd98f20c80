import { readFileSync } from "node:fs";
import { id } from "./changes.js";

const bots = JSON.parse(
  readFileSync(new URL("../../model/bots.json", import.meta.url), "utf8"),
) as { shapes: Record<string, { members: object }> };

/** Whether the walk of CONTRIBUTING was made in this very repository: it cannot be made twice. */
export const hasPurpose = Object.hasOwn(bots.shapes[id("CreateBotRequest")]!.members, "purpose");
if (hasPurpose) {
  // `.ci/run` gathers these lines.
  process.stderr.write("SKIPPED giving bots a purpose: in this model they have one already.\n");
}
