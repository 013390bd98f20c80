import { execFileSync } from "node:child_process";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { Failure } from "./failure.js";

const binaries = fileURLToPath(new URL("../../../node_modules/.bin", import.meta.url));

/** Runs a binary that this repository has installed, in a folder; what it prints is seen. */
export const runBinary = (folder: string, name: string, ...args: readonly string[]): void => {
  const PATH = `${process.env["PATH"] ?? ""}${delimiter}${binaries}`;
  try {
    execFileSync(name, args, {
      cwd: folder,
      stdio: "inherit",
      env: { ...process.env, PATH },
      shell: process.platform === "win32",
    });
  } catch {
    throw new Failure(`${name} ${args.join(" ")} failed; see above.`);
  }
};
