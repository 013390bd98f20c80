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

/** Compiles the acceptors. An error that none knows is a failure, an output that none knows is asked for again. */
export const decide = ({ model }: Facts, operation: OperationShape, waiter: Waiter): Decisions => {
  const outputs = new DecisionMaker("RETRY");
  // As in AWS SDK v3: an error that no acceptor names may pass, until the time is over.
  const errors = new DecisionMaker("RETRY");
  const { input, output } = operation;
  for (const { state, matcher } of waiter.acceptors) {
    if (matcher.success !== undefined) (matcher.success ? outputs : errors).always(state);
    if (matcher.errorType !== undefined) {
      errors.when(
        binary(member(name("reason"), "name"), "===", literal(errorName(matcher.errorType))),
        state,
      );
    }
    const path = matcher.output ?? matcher.inputOutput;
    if (!path) continue;
    const root = matcher.output ? output : { input, output };
    const { text } = compileMatch(model, root, path.path, path.comparator, path.expected);
    outputs.when(name(text), state);
  }
  return { outputs: outputs.decision(), errors: errors.decision() };
};

/** Errors bear their shape's name, without its namespace. */
const errorName = (errorType: string): string =>
  errorType.includes("#") ? nameOf(errorType) : errorType;

class DecisionMaker {
  readonly #tests: { test: Expression; state: string }[] = [];
  #otherwise: string;
  #decided = false;

  constructor(otherwise: string) {
    this.#otherwise = otherwise;
  }

  when(test: Expression, state: string): void {
    if (!this.#decided) this.#tests.push({ test, state: state.toUpperCase() });
  }

  always(state: string): void {
    if (!this.#decided) this.#otherwise = state.toUpperCase();
    this.#decided = true;
  }

  /** Tests at the end that lead to where one gets without them say nothing. */
  decision(): Decision {
    const tests = [...this.#tests];
    while (tests.at(-1)?.state === this.#otherwise) tests.pop();
    return { acceptors: tests, otherwise: this.#otherwise };
  }
}
