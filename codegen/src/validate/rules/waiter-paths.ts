import { operationsOf } from "../../facts/shapes.js";
import { type PathMatcher, WAITABLE, waitersOf } from "../../facts/waiters.js";
import { type Checked, checkJmespath } from "../../jmespath/check.js";
import type { Root } from "../../jmespath/root.js";
import { quoteJson } from "../../model/json.js";
import type { Model } from "../../model/model.js";
import type { Rule } from "../scope.js";

/** The expressions of waiters look at what the operation has, and give what is compared with. */
export const waiterPaths: Rule = ({ model, shapes, error }) => {
  for (const operation of operationsOf(shapes)) {
    const { input, output } = operation;
    for (const { name, acceptors } of waitersOf(operation).values()) {
      acceptors.forEach(({ matcher }, index) => {
        const path = matcher.output ?? matcher.inputOutput;
        const root = matcher.output ? output : { input, output };
        const problem = path && problemOf(model, root, path);
        if (problem === undefined) return;
        error(
          operation.id,
          `found path ${quoteJson(path?.path ?? "")}${problem} (acceptor ${index}) in waiter ${JSON.stringify(name)}`,
          WAITABLE,
        );
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
