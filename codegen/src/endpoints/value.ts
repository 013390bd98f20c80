import {
  type Expression,
  binary,
  isPresent,
  literal,
  not as opposite,
} from "../typescript/tree.js";

/** What is known of a value in endpoint rules before anything runs. */
export type ValueType =
  | "string"
  | "boolean"
  | "integer"
  | "strings"
  | { readonly [attribute: string]: ValueType };

/** An expression of TypeScript, and what is known of its value. */
export interface Value {
  readonly expression: Expression;
  readonly type: ValueType;
  /** Whether it may be undefined. */
  readonly optional: boolean;
  /** The opposite, where it is simpler than `!(…)`. */
  readonly negation?: Expression;
}

export const valueOf = (expression: Expression, type: ValueType, optional = false): Value => ({
  expression,
  type,
  optional,
});

/** A test that reads well either way: `a === b`, `a !== b`. */
export const test = (expression: Expression, negation: Expression): Value => ({
  ...valueOf(expression, "boolean"),
  negation,
});

export const not = ({ expression, negation }: Value): Value =>
  test(negation ?? opposite(expression), expression);

/** Whether a value counts as what the rules call a match: neither nothing nor false. */
export const testOf = ({ expression, type, optional }: Value): Expression => {
  if (type === "boolean") return optional ? binary(expression, "===", literal(true)) : expression;
  return optional ? isPresent(expression) : literal(true);
};

export const describeType = (type: ValueType): string =>
  typeof type === "string" ? (type === "strings" ? "list of strings" : type) : "object";
