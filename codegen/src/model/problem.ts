import { compareText } from "./compare-text.js";
import type { ShapeId } from "./model.js";

/** Something wrong with a model: where it is, what was found and what was expected. */
export interface Problem {
  /** The file it stands in. */
  readonly file: string;
  /** The shape or member; empty where the file as a whole is meant. */
  readonly shape: ShapeId;
  /** Nothing is generated from a model with errors. */
  readonly severity: "error" | "warning";
  readonly message: string;
}

/** Whether one of the problems is an error. */
export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === "error");

/** Errors first; then by file, shape and message, so that the same model gives the same report. */
export const sortProblems = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      compareText(a.severity, b.severity) ||
      compareText(a.file, b.file) ||
      compareText(a.shape, b.shape) ||
      compareText(a.message, b.message),
  );

/** One line for a person: `error: model/users.json: ns#Shape$member: message`. */
export const formatProblem = (problem: Problem): string =>
  [problem.severity, problem.file, problem.shape, problem.message]
    .filter((part) => part !== "")
    .map(printable)
    .join(": ");

/** Text of a model may hold control characters, which a terminal would obey. */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- they are what this removes
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) =>
    character === "\n" ? " " : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
