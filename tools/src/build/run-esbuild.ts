import {
  build,
  type BuildFailure,
  type BuildOptions,
  formatMessages,
  type Message,
  type Metafile,
} from "esbuild";
import { Failure } from "../support/failure.js";

/** Runs esbuild; prints its warnings, and fails with the text of its errors. */
export const runEsbuild = async (options: BuildOptions): Promise<Metafile> => {
  try {
    const { metafile, warnings } = await build({ ...options, metafile: true, logLevel: "silent" });
    if (warnings.length > 0) console.error(await textOf(warnings, "warning"));
    return metafile;
  } catch (error) {
    if (isBuildFailure(error)) throw new Failure(await textOf(error.errors, "error"));
    throw error;
  }
};

const isBuildFailure = (error: unknown): error is BuildFailure =>
  error instanceof Error && "errors" in error && Array.isArray(error.errors);

const textOf = async (messages: readonly Message[], kind: "error" | "warning"): Promise<string> => {
  // Where a plugin was asked for a file is a dozen lines that help nobody.
  const short = messages.map((message) =>
    message.pluginName ? { ...message, notes: [], location: null } : message,
  );
  return (await formatMessages(short, { kind })).join("\n").trim();
};
