import { compileMatch } from "../../jmespath/match.js";
import type { Facts } from "../../facts/facts.js";
import { type Matcher, type Waiter, errorNameOf } from "../../facts/waiters.js";
import { type Expression, binary, literal, member, name } from "../../typescript/tree.js";
import type { OperationShape } from "../../model/model.js";

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
  matcher: Matcher,
): Expression | undefined => {
  if (matcher.errorType !== undefined) {
    return binary(member(name("reason"), "name"), "===", literal(errorNameOf(matcher.errorType)));
  }
  const of = matcher.output ?? matcher.inputOutput;
  if (!of) return undefined;
  const root = matcher.output ? output : { input, output };
  return compileMatch(model, root, of.path, of.comparator, of.expected).expression;
};

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
