import { compileMatch } from "../../jmespath/match.js";
import type { Facts } from "../../facts/facts.js";
import { type Matcher, type Waiter, errorNameOf } from "../../facts/waiters.js";
import { type Expression, binary, literal, member, name } from "../../typescript/tree.js";
import type { OperationShape } from "../../model/model.js";
import type { Confirmations } from "./confirmations.js";

/** Tests in order, the first that holds decides; and what it comes to if none does. */
export interface Decision<Otherwise> {
  readonly acceptors: readonly { readonly test: Expression; readonly state: string }[];
  readonly otherwise: Otherwise;
}

/** How a waiter judges answers and errors. */
export interface Decisions {
  readonly outputs: Decision<string>;
  /** What none of them names is thrown: the runtime knows what may pass. Undefined where that is all. */
  readonly errors: Decision<string | undefined> | undefined;
}

/** Compiles the acceptors. An output that none of them knows is asked for again, an error is none of theirs. */
export const decide = (
  facts: Facts,
  operation: OperationShape,
  { acceptors }: Waiter,
  isConfirmed: Confirmations["isConfirmed"],
): Decisions => {
  const judgements = acceptors.map(({ state, matcher, confirmedBy }) => {
    const test = testOf(facts, operation, matcher);
    const confirmed = confirmedBy && isConfirmed(confirmedBy);
    return {
      state: state.toUpperCase(),
      isOfErrors: matcher.errorType !== undefined || matcher.success === false,
      test: test && confirmed ? binary(test, "&&", confirmed) : (test ?? confirmed),
    };
  });
  const errors = decisionOf<string | undefined>(
    judgements.filter(({ isOfErrors }) => isOfErrors),
    undefined,
  );
  return {
    outputs: decisionOf(
      judgements.filter(({ isOfErrors }) => !isOfErrors),
      "RETRY",
    ),
    errors: errors.acceptors.length > 0 || errors.otherwise !== undefined ? errors : undefined,
  };
};

/** Whether an answer or an error is as a matcher says; undefined where any is. */
const testOf = (
  { model }: Facts,
  { input, output }: OperationShape,
  matcher: Matcher,
): Expression | undefined => {
  if (matcher.errorType !== undefined)
    return binary(member(name("reason"), "name"), "===", literal(errorNameOf(matcher.errorType)));

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
const decisionOf = <Otherwise extends string | undefined>(
  judgements: readonly Judgement[],
  unjudged: Otherwise,
): Decision<Otherwise | string> => {
  const tests: { readonly test: Expression; readonly state: string }[] = [];
  let otherwise: Otherwise | string = unjudged;
  for (const { test, state } of judgements) {
    if (!test) {
      otherwise = state;
      break;
    }
    tests.push({ test, state });
  }
  while (tests.length > 0 && tests.at(-1)?.state === otherwise) tests.pop();
  return { acceptors: tests, otherwise };
};
