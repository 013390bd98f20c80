import { compileMatch } from "../../jmespath/match.js";
import type { Comparator } from "../../jmespath/match.js";
import type { Facts } from "../../facts/facts.js";
import { type Expression, binary, literal, member, name } from "../../typescript/tree.js";
import { type OperationShape, nameOf } from "../../model/model.js";

/** An entry of the `smithy.waiters#waitable` trait. */
export interface Waiter {
  readonly documentation?: string;
  readonly acceptors: readonly Acceptor[];
  readonly minDelay?: number;
  readonly maxDelay?: number;
  readonly deprecated?: boolean;
}

interface Acceptor {
  readonly state: "failure" | "retry" | "success";
  /** Exactly one is there. */
  readonly matcher: {
    readonly success?: boolean;
    readonly errorType?: string;
    readonly output?: PathMatcher;
    readonly inputOutput?: PathMatcher;
  };
}

interface PathMatcher {
  readonly path: string;
  readonly expected: string;
  readonly comparator: Comparator;
}

/** Tests in order, the first that holds decides; and what it comes to if none does. */
export interface Decision {
  readonly acceptors: readonly { readonly test: Expression; readonly state: string }[];
  readonly otherwise: string;
}

/** How a waiter judges answers and errors. */
export interface Decisions {
  readonly outputs: Decision;
  readonly errors: Decision;
}

/** Compiles the acceptors. What none of them knows, an error as well, is asked for again until the time is over, as in AWS SDK v3. */
export const decide = (
  facts: Facts,
  operation: OperationShape,
  { acceptors }: Waiter,
): Decisions => {
  const judgements = acceptors.map(({ state, matcher }) => ({
    state: state.toUpperCase(),
    isOfErrors: matcher.errorType !== undefined || matcher.success === false,
    test: testOf(facts, operation, matcher),
  }));
  return {
    outputs: decisionOf(judgements.filter(({ isOfErrors }) => !isOfErrors)),
    errors: decisionOf(judgements.filter(({ isOfErrors }) => isOfErrors)),
  };
};

/** Whether an answer or an error is as a matcher says; undefined where any is. */
const testOf = (
  { model }: Facts,
  { input, output }: OperationShape,
  matcher: Acceptor["matcher"],
): Expression | undefined => {
  if (matcher.errorType !== undefined) {
    return binary(member(name("reason"), "name"), "===", literal(errorName(matcher.errorType)));
  }
  const of = matcher.output ?? matcher.inputOutput;
  if (!of) return undefined;
  const root = matcher.output ? output : { input, output };
  return compileMatch(model, root, of.path, of.comparator, of.expected).expression;
};

/** Errors bear their shape's name, without its namespace. */
const errorName = (errorType: string): string =>
  errorType.includes("#") ? nameOf(errorType) : errorType;

interface Judgement {
  readonly test: Expression | undefined;
  readonly state: string;
}

/** What follows a judgement of anything is never asked; tests at the end that lead to where one gets without them say nothing. */
const decisionOf = (judgements: readonly Judgement[]): Decision => {
  const tests: { readonly test: Expression; readonly state: string }[] = [];
  let otherwise = "RETRY";
  for (const { test, state } of judgements) {
    if (!test) {
      otherwise = state;
      break;
    }
    tests.push({ test, state });
  }
  while (tests.at(-1)?.state === otherwise) tests.pop();
  return { acceptors: tests, otherwise };
};
