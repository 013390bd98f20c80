import type { OperationSchema } from "../restjson1/server/schema.js";
import { equalsInput, matchesInput } from "./matches-input.js";

/** What a fake gets beside the input. */
export interface CallContext {
  /** The name of the operation. */
  readonly operation: string;
  /** The request as it was sent; its body can still be read. */
  readonly request: Request;
  /** Counts from 1: which try of the client's this is. */
  readonly attempt: number;
}

/** Answers a call: returns an output or throws. */
export type Reaction = (
  input: object,
  context: CallContext,
) => object | undefined | Promise<object | undefined>;

/** How some calls are answered: those of an operation, or all, whose input has what is expected. */
export class Rule {
  readonly #operation: OperationSchema | undefined;
  readonly #expected: object | undefined;
  readonly #strict: boolean;
  /** Used up first, in order. */
  readonly #once: Reaction[] = [];
  #always: Reaction | undefined;

  constructor(
    operation: OperationSchema | undefined,
    expected: object | undefined,
    strict: boolean,
  ) {
    this.#operation = operation;
    this.#expected = expected;
    this.#strict = strict;
  }

  once(reaction: Reaction): void {
    this.#once.push(reaction);
  }

  always(reaction: Reaction): void {
    this.#always = reaction;
  }

  /** Whether the rule is about such a call. */
  covers(operation: OperationSchema, input: object): boolean {
    if (this.#operation && this.#operation !== operation) return false;
    if (!this.#expected) return true;
    return this.#strict ? equalsInput(input, this.#expected) : matchesInput(input, this.#expected);
  }

  /** The next reaction; undefined when nothing is left or was ever set. */
  next(): Reaction | undefined {
    return this.#once.shift() ?? this.#always;
  }
}
