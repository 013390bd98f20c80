import { operationsOf } from "../../facts/shapes.js";
import { CONFIRMED_ACCEPTORS, type PathMatcher, WAITABLE, waitersOf } from "../../facts/waiters.js";
import { type Checked, checkJmespath } from "../../jmespath/check.js";
import type { Root } from "../../jmespath/root.js";
import { quoteJson } from "../../model/json.js";
import type { Model, ShapeId } from "../../model/model.js";
import type { Rule } from "../scope.js";

/** The expressions of waiters look at what the operation has, and give what is compared with. */
export const waiterPaths: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const { input, output } = operation;
    for (const { name, acceptors } of waitersOf(operation).values()) {
      acceptors.forEach(({ matcher, confirmedBy }, index) => {
        const report = (root: Root, path: PathMatcher | undefined, trait: ShapeId): void => {
          const problem = path && problemOf(model, root, path);
          if (problem === undefined) return;
          error(
            operation.id,
            `found path ${quoteJson(path?.path ?? "")}${problem} (acceptor ${index}) in waiter ${JSON.stringify(name)}`,
            trait,
          );
        };
        const pair = { input, output };
        report(matcher.output ? output : pair, matcher.output ?? matcher.inputOutput, WAITABLE);
        const confirming = confirmedBy && model.shapes.get(confirmedBy.operation);
        if (confirming?.type !== "operation") return;
        report({ input, output: confirming.output }, confirmedBy, CONFIRMED_ACCEPTORS);
      });
    }
  }
};

const problemOf = (
  model: Model,
  root: Root,
  { path, comparator }: PathMatcher,
): string | undefined => {
  const { problem, type } = check(model, root, path);
  if (problem !== undefined) return `: ${problem}`;
  const wanted = WANTED[comparator];
  if (type === undefined || !KNOWN_TYPES.has(type) || type === wanted) return undefined;
  return `, which gives ${type}, expected ${wanted} for ${comparator}`;
};

/** An expression that the compiler chokes on is at fault, too. */
const check = (model: Model, root: Root, path: string): Checked => {
  try {
    return checkJmespath(model, root, path);
  } catch (error) {
    return {
      problem: `it cannot be compiled: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
};

const WANTED: Readonly<Record<PathMatcher["comparator"], string>> = {
  stringEquals: "string",
  booleanEquals: "boolean",
  allStringEquals: "array-of-string",
  anyStringEquals: "array-of-string",
};

/** What is definitely something else; any other type may turn out right. */
const KNOWN_TYPES: ReadonlySet<string> = new Set([
  "string",
  "boolean",
  "number",
  "object",
  "array-of-string",
  "array-of-number",
  "array-of-boolean",
  "array-of-object",
]);
