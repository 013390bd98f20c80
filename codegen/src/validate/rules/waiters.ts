import { describeJson, isObject, property, type JsonObject } from "../../model/json.js";
import type { Json, Model, OperationShape, ShapeId } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { operationsOf } from "../operation-members.js";
import type { Rule, Scope } from "../scope.js";

const WAITABLE = "smithy.waiters#waitable";

/** What a JMESPath expression looks at: one shape, or both sides of an operation. */
export type JmespathRoot = ShapeId | { readonly input: ShapeId; readonly output: ShapeId };

/** Says what is wrong with a JMESPath expression, and the type of what it gives, where it is known. */
export type JmespathCheck = (
  model: Model,
  root: JmespathRoot,
  expression: string,
) => { readonly problem?: string | undefined; readonly type?: string | undefined };

/** Waiters can come to an end, and look at what the operation has. */
export const waiterRule =
  (check: JmespathCheck): Rule =>
  (scope) => {
    const serviceErrors = scope.services.flatMap(({ service }) => service.errors);
    for (const operation of operationsOf(scope.shapes)) {
      const waiters = trait(operation, WAITABLE);
      if (!isObject(waiters)) continue;
      for (const [name, waiter] of Object.entries(waiters)) {
        if (isObject(waiter)) checkWaiter(scope, check, operation, serviceErrors, name, waiter);
      }
    }
    checkNames(scope);
  };

const checkNames = ({ services, error }: Scope): void => {
  for (const { operations } of services) {
    const owners = new Map<string, ShapeId>();
    for (const operation of operations) {
      const waiters = trait(operation, WAITABLE);
      if (!isObject(waiters)) continue;
      for (const name of Object.keys(waiters)) {
        const owner = owners.get(name.toLowerCase());
        owners.set(name.toLowerCase(), operation.id);
        if (owner === undefined) continue;
        error(
          operation.id,
          `found waiter ${JSON.stringify(name)}, a name that ${owner} has a waiter of already`,
          WAITABLE,
        );
      }
    }
  }
};

const checkWaiter = (
  { model, error, warning }: Scope,
  check: JmespathCheck,
  operation: OperationShape,
  serviceErrors: readonly ShapeId[],
  name: string,
  waiter: JsonObject,
): void => {
  const errors = [...operation.errors, ...serviceErrors];
  const at = `in waiter ${JSON.stringify(name)}`;
  const report = (message: string): void => error(operation.id, `${message} ${at}`, WAITABLE);

  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    error(
      operation.id,
      `found waiter ${JSON.stringify(name)}, expected a name such as "UserActive"`,
      WAITABLE,
    );
  }
  const min = numberOr(property(waiter, "minDelay"), 2);
  const max = numberOr(property(waiter, "maxDelay"), 120);
  if (min < 1) report(`found minDelay ${min}, expected at least 1`);
  if (max < 1) report(`found maxDelay ${max}, expected at least 1`);
  if (min > max)
    report(`found minDelay ${min} and maxDelay ${max}, expected min to be at most max`);

  const acceptors = property(waiter, "acceptors");
  if (!Array.isArray(acceptors)) return;
  const states = (acceptors as Json[]).map((item) => isObject(item) && property(item, "state"));
  if (!states.includes("success")) report(`found no acceptor with state "success", expected one`);

  (acceptors as Json[]).forEach((acceptor, index) => {
    const matcher = isObject(acceptor) ? property(acceptor, "matcher") : undefined;
    if (!isObject(matcher)) return;
    const kinds = Object.keys(matcher);
    if (kinds.length !== 1) {
      report(`found ${kinds.length} matchers in acceptor ${index}, expected one`);
      return;
    }
    const kind = kinds[0] ?? "";
    const value = property(matcher, kind);
    if (kind === "errorType" && typeof value === "string") {
      if (!errors.some((id) => id === value || id.endsWith(`#${value}`))) {
        // Services give more errors than their models tell.
        warning(
          operation.id,
          `found errorType ${JSON.stringify(value)}, which is no error of the operation, ${at}`,
          WAITABLE,
        );
      }
    } else if ((kind === "output" || kind === "inputOutput") && isObject(value)) {
      const { input, output } = operation;
      const root = kind === "output" ? output : { input, output };
      const problem = pathProblem(check, model, root, value);
      if (problem !== undefined) report(`${problem} (acceptor ${index})`);
    }
  });
};

const pathProblem = (
  check: JmespathCheck,
  model: Model,
  root: JmespathRoot,
  matcher: JsonObject,
): string | undefined => {
  const path = property(matcher, "path");
  const comparator = property(matcher, "comparator");
  const expected = property(matcher, "expected");
  if (typeof path !== "string" || typeof comparator !== "string") return undefined;
  if (comparator === "booleanEquals" && expected !== "true" && expected !== "false") {
    return `found ${describeJson(expected)}, expected "true" or "false" for booleanEquals`;
  }
  const { problem, type } = check(model, root, path);
  if (problem !== undefined) return `found path ${JSON.stringify(path)}: ${problem}`;
  const wanted = WANTED[comparator];
  if (!wanted || type === undefined || !KNOWN_TYPES.has(type) || type === wanted) return undefined;
  return `found path ${JSON.stringify(path)}, which gives ${type}, expected ${wanted} for ${comparator}`;
};

const WANTED: Readonly<Record<string, string>> = {
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

const numberOr = (value: Json | undefined, fallback: number): number =>
  typeof value === "number" ? value : fallback;
