import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const run = promisify(execFile);

/** The compilers that consumers have, by the names of the packages they are installed under. */
export type Compiler = "typescript" | "typescript-5.9";

/** What the compiler has to say about a project; nothing where all is well. */
export const complaints = async (compiler: Compiler, project: string): Promise<string> => {
  const tsc = join(dirname(require.resolve(`${compiler}/package.json`)), "bin/tsc");
  try {
    await run(process.execPath, [tsc, "-p", project, "--pretty", "false"]);
    return "";
  } catch (error) {
    const { stdout = "", message } = error as { stdout?: string; message: string };
    return stdout === "" ? message : stdout;
  }
};
