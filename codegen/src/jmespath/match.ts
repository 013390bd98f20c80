import type { Comparator } from "../facts/waiters.js";
import type { Model } from "../model/model.js";
import {
  type Expression,
  UNDEFINED,
  arrow,
  binary,
  call,
  literal,
  not,
} from "../typescript/tree.js";
import type { ImportSymbol } from "../typescript/symbols.js";
import { runtime } from "../typescript/runtime.js";
import type { Code } from "./code.js";
import { createCompiler } from "./compile.js";
import type { Compiler } from "./compiler.js";
import { problem } from "./notes.js";
import { type Root, rootOf } from "./root.js";
import { type Node, parse } from "./syntax.js";
import { type Type, describe } from "./type.js";
import { plain } from "./values.js";

/** An expression of JMESPath as one of TypeScript. */
export interface Compiled {
  /** Gives its value, or tells whether it matches. */
  readonly expression: Expression;
  /** What does not fit the model; the expression means nothing then. */
  readonly problems: readonly string[];
}

/**
 * Tells whether an expression's value is as expected. An expression that meets a value that it can do
 * nothing with matches nothing.
 */
export const compileMatch = (
  model: Model,
  root: Root,
  expression: string,
  comparator: Comparator,
  expected: string,
): Compiled =>
  compileWith(rootOf(model, root), expression, (compiler, tree, current) =>
    MATCHES[comparator](compiler, tree, current, expected),
  );

/**
 * Gives an expression's value; nothing where it meets a value that it can do nothing with.
 *
 * @param name - The variable that holds what the expression looks at, where the root is one shape.
 */
export const compileJmespath = (
  model: Model,
  root: Root,
  expression: string,
  name?: string,
): Compiled =>
  compileWith(
    rootOf(model, root, name),
    expression,
    (compiler, tree, current) => plain(compiler.value(tree, current)).expression,
  );

const compileWith = (
  root: Code,
  expression: string,
  write: (compiler: Compiler, tree: Node, current: Code) => Expression,
): Compiled => {
  const parsed = parse(expression);
  if ("problem" in parsed) return { expression: UNDEFINED, problems: [parsed.problem] };
  const compiler = createCompiler();
  const written = write(compiler, parsed.tree, root);
  const { throws, problems } = compiler.notes;
  return {
    expression: throws ? call(runtime.jmespath.attempt, arrow([], written)) : written,
    problems: [...problems],
  };
};

type Match = (compiler: Compiler, tree: Node, current: Code, expected: string) => Expression;

const listMatch =
  (helper: ImportSymbol): Match =>
  (compiler, tree, current, expected) => {
    const { expression, type } = plain(compiler.value(tree, current));
    expectType(compiler, type, "array");
    if (type.kind === "array") expectType(compiler, type.item, "string");
    return call(helper, expression, literal(expected));
  };

const MATCHES: Readonly<Record<Comparator, Match>> = {
  booleanEquals: (compiler, tree, current, expected) => {
    const { type } = createCompiler().value(tree, current);
    expectType(compiler, type, "boolean");
    const isBoolean = type.kind === "boolean";
    if (expected === "true" && isBoolean) return compiler.condition(tree, current, true);
    const { expression, optional } = compiler.value(tree, current);
    return expected === "false" && isBoolean && !optional
      ? not(expression)
      : binary(expression, "===", literal(expected === "true"));
  },
  stringEquals: (compiler, tree, current, expected) => {
    const { expression, type } = plain(compiler.value(tree, current));
    expectType(compiler, type, "string");
    const isKnown =
      type.kind !== "string" || type.values === undefined || type.values.includes(expected);
    return isKnown
      ? binary(expression, "===", literal(expected))
      : call(runtime.jmespath.equals, expression, literal(expected));
  },
  allStringEquals: listMatch(runtime.jmespath.allStringEquals),
  anyStringEquals: listMatch(runtime.jmespath.anyStringEquals),
};

const expectType = ({ notes }: Compiler, type: Type, expected: string): void => {
  if (type.kind !== "any" && type.kind !== expected)
    problem(notes, `the comparator needs a value of type ${expected}, found: ${describe(type)}`);
};
