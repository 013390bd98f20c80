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
    let names: string[] | undefined;
    try {
      real = realpathSync(path);
      const stat = statSync(real);
      if (!stat.isDirectory() && !stat.isFile()) {
        if (given) problems.push(fileProblem(path, "is no file and no folder"));
        return;
      }
      names = stat.isDirectory() ? readdirSync(path) : undefined;
    } catch (error) {
      problems.push(unreadable(path, error));
      return;
    }
    if (!names) {
      if ((given || path.endsWith(".json")) && !files.has(real)) files.set(real, path);
      return;
    }
    // A link may lead back up.
    if (visited.has(real)) return;
    visited.add(real);
    for (const name of names.sort(compareText))
      if (name !== "node_modules" && !name.startsWith(".")) visit(join(path, name), false);
  };

  for (const path of paths) {
    if (path === "") {
      problems.push(fileProblem(path, "found an empty path, expected a file or a folder"));
      continue;
    }
    const before = files.size;
    const problemsBefore = problems.length;
    const seenBefore = visited.size;
    visit(path, true);
    const foundNothing = files.size === before && problems.length === problemsBefore;
    if (foundNothing && visited.size > seenBefore)
      problems.push(fileProblem(path, "found no .json file in this folder, expected a model"));
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

/** An error about a file or folder that the system does not hand out. */
export const unreadable = (path: string, error: unknown): Problem =>
  fileProblem(path, `cannot be read: ${reason(error)}`);

const reason = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "no such file or folder";
  if (code === "EACCES" || code === "EPERM") return "permission denied";
  return error instanceof Error ? error.message : String(error);
};
