import { readFileSync } from "node:fs";
import type { Json, Model } from "../model/model.js";
import { sortProblems, type Problem } from "../model/problem.js";
import { buildModel } from "./build-model.js";
import { fileProblem, findFiles, unreadable } from "./find-files.js";
import { type ParsedText, parseJsonText } from "./json-text.js";
import { mergeFiles } from "./merge.js";
import { resolveMixins } from "./mixins.js";
import { normalize } from "./normalize.js";
import { preludeDrafts } from "./prelude.js";
import { readAst } from "./read-ast.js";

/** A model, and what was wrong with the files it comes from. */
export interface Loaded {
  readonly model: Model;
  readonly problems: Problem[];
}

/** A Smithy JSON AST and the name of the file it was read from. */
export interface AstFile {
  readonly file: string;
  readonly ast: Json;
}

/** Loads a model from any number of AST files and of folders, which are searched for `.json` files. */
export const loadModel = (paths: readonly string[]): Loaded => {
  const { files, problems } = findFiles(paths);
  const asts: AstFile[] = [];
  for (const file of files) {
    let parsed: ParsedText;
    try {
      parsed = parseJsonText(readFileSync(file, "utf8"));
    } catch (error) {
      problems.push(unreadable(file, error));
      continue;
    }
    if ("value" in parsed) {
      asts.push({ file, ast: parsed.value });
    } else {
      const { message, line, column } = parsed;
      problems.push(fileProblem(file, `no JSON at line ${line}, column ${column}: ${message}`));
    }
  }
  const loaded = loadAsts(asts);
  return { model: loaded.model, problems: sortProblems([...problems, ...loaded.problems]) };
};

/** Loads a model from ASTs in memory; in whichever order they come, the model is the same. */
export const loadAsts = (asts: readonly AstFile[]): Loaded => {
  const read = asts.map(({ file, ast }) => readAst(file, ast));
  const merged = mergeFiles(read.map(({ content }) => content));
  // Last, so that a model which carries a copy of Smithy's own shapes changes nothing.
  for (const draft of preludeDrafts()) merged.drafts.set(draft.id, draft);
  const mixinProblems = resolveMixins(merged.drafts, merged.inherited);
  normalize(merged.drafts);
  const problems = [...read.flatMap((file) => file.problems), ...merged.problems, ...mixinProblems];
  return { model: buildModel(merged.drafts, merged), problems: sortProblems(problems) };
};
