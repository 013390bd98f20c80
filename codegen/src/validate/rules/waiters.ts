import { errorIdsOf } from "../../facts/errors.js";
import { operationsOf } from "../../facts/shapes.js";
import {
  type Matcher,
  WAITABLE,
  type Waiter,
  errorNameOf,
  waitersOf,
} from "../../facts/waiters.js";
import { describeJson } from "../../model/json.js";
import { type OperationShape, type ShapeId, nameOf } from "../../model/model.js";
import type { Rule, Scope } from "../scope.js";

/** Waiters have names of their own and can come to an end. */
export const waiters: Rule = (scope) => {
  for (const operation of operationsOf(scope.shapes))
    for (const waiter of waitersOf(operation).values()) checkWaiter(scope, operation, waiter);

  checkNames(scope);
};

const checkNames = ({ services, error }: Scope): void => {
  for (const { operations } of services) {
    const owners = new Map<string, ShapeId>();
    for (const operation of operations) {
      for (const name of waitersOf(operation).keys()) {
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

const checkWaiter = (scope: Scope, operation: OperationShape, waiter: Waiter): void => {
  const { name, minDelay: min, maxDelay: max, acceptors } = waiter;
  const at = `in waiter ${JSON.stringify(name)}`;
  const report = (message: string): void => scope.error(operation.id, `${message} ${at}`, WAITABLE);

  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) {
    scope.error(
      operation.id,
      `found waiter ${JSON.stringify(name)}, expected a name such as "UserActive"`,
      WAITABLE,
    );
  }
  if (min < 1) report(`found minDelay ${min}, expected at least 1`);
  if (max < 1) report(`found maxDelay ${max}, expected at least 1`);
  if (min > max)
    report(`found minDelay ${min} and maxDelay ${max}, expected min to be at most max`);
  if (!acceptors.some(({ state }) => state === "success"))
    report(`found no acceptor with state "success", expected one`);
  acceptors.forEach(({ matcher, kinds, confirmedBy }, index) => {
    if (kinds.length !== 1)
      report(`found ${kinds.length} matchers in acceptor ${index}, expected one`);
    else checkErrorType(scope, operation, matcher, at);
    for (const path of [matcher.output ?? matcher.inputOutput, confirmedBy]) {
      if (path?.comparator !== "booleanEquals" || ["true", "false"].includes(path.expected))
        continue;
      report(
        `found ${describeJson(path.expected)}, expected "true" or "false" for booleanEquals (acceptor ${index})`,
      );
    }
  });
};

/** Services give more errors than their models tell. */
const checkErrorType = (
  { services, warning }: Scope,
  operation: OperationShape,
  { errorType }: Matcher,
  at: string,
): void => {
  if (errorType === undefined) return;
  const errors = services.flatMap(({ service }) => errorIdsOf(service, operation));
  const isKnown = [...operation.errors, ...errors].some(
    (id) => id === errorType || nameOf(id) === errorNameOf(errorType),
  );
  if (isKnown) return;
  warning(
    operation.id,
    `found errorType ${JSON.stringify(errorType)}, which is no error of the operation, ${at}`,
    WAITABLE,
  );
};
