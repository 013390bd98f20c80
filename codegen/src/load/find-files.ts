import { readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { compareText } from "../model/compare-text.js";
import type { Problem } from "../model/problem.js";

/**
 * The model files behind the paths: files as they are, folders with every `.json` below them.
 * Sorted, and each file once, however often it is named.
 */
export const findFiles = (
  paths: readonly string[],
): { readonly files: string[]; readonly problems: Problem[] } => {
  const problems: Problem[] = [];
  const files = new Map<string, string>();
  const visited = new Set<string>();

  const visit = (path: string, given: boolean): void => {
    let real: string;
    let isFolder: boolean;
    try {
      real = realpathSync(path);
      isFolder = statSync(real).isDirectory();
    } catch (error) {
      problems.push(fileProblem(path, `cannot be read: ${reason(error)}`));
      return;
    }
    if (!isFolder) {
      if ((given || path.endsWith(".json")) && !files.has(real)) files.set(real, path);
      return;
    }
    // A link may lead back up.
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of readdirSync(path).sort(compareText)) {
      if (name !== "node_modules" && !name.startsWith(".")) visit(join(path, name), false);
    }
  };

  for (const path of paths) {
    const before = files.size;
    const problemsBefore = problems.length;
    const seenBefore = visited.size;
    visit(path, true);
    const foundNothing = files.size === before && problems.length === problemsBefore;
    if (foundNothing && visited.size > seenBefore) {
      problems.push(fileProblem(path, "found no .json file in this folder, expected a model"));
    }
  }
  return {
    files: [...files.values()].map((file) => file.replaceAll("\\", "/")).sort(compareText),
    problems,
  };
};

/** An error about a file as a whole. */
export const fileProblem = (file: string, message: string): Problem => ({
  file,
  shape: "",
  severity: "error",
  message,
});

const reason = (error: unknown): string =>
  error instanceof Error && "code" in error && error.code === "ENOENT"
    ? "no such file or folder"
    : String(error instanceof Error ? error.message : error);
