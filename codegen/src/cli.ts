import { readFileSync } from "node:fs";
import { runCommandLine } from "./commands/command-line.js";

const { version } = JSON.parse(
  readFileSync(new URL("../package.json", import.meta.url), "utf8"),
) as { version: string };

const { code, stdout, stderr } = await runCommandLine(process.argv.slice(2), version);
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = code;
