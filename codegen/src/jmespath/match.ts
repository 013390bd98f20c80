import { literal } from "../typescript/names.js";
import type { Model } from "../model/model.js";
import { type Code, enclosed } from "./code.js";
import { Compiler } from "./compile.js";
import { type Root, rootOf } from "./root.js";
import { type Node, parse } from "./syntax.js";
import { type Type, describe } from "./type.js";

/** An expression as TypeScript. */
export interface Compiled {
  /** Text that gives its value, or tells whether it matches. */
  readonly text: string;
  /** Functions of the runtime that the text calls, sorted. */
  readonly helpers: readonly string[];
  /** What does not fit the model; the text means nothing then. */
  readonly problems: readonly string[];
}

/** How a waiter compares the value of an expression. */
export type Comparator = "allStringEquals" | "anyStringEquals" | "booleanEquals" | "stringEquals";

/**
 * The text that tells whether an expression's value is as expected. An expression that meets a value
 * that it can do nothing with matches nothing.
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

/** The text that gives an expression's value; nothing where it meets a value that it can do nothing with. */
export const compileJmespath = (
  model: Model,
  root: Root,
  expression: string,
  name?: string,
): Compiled =>
  compileWith(
    rootOf(model, root, name),
    expression,
    (compiler, tree, current) => compiler.plain(compiler.value(tree, current)).text,
  );

const compileWith = (
  root: Code,
  expression: string,
  write: (compiler: Compiler, tree: Node, current: Code) => string,
): Compiled => {
  const parsed = parse(expression);
  if ("problem" in parsed) return { text: "undefined", helpers: [], problems: [parsed.problem] };
  const compiler = new Compiler();
  const text = write(compiler, parsed.tree, root);
  return {
    text: compiler.throws ? compiler.helper("attempt", `() => ${text}`) : text,
    helpers: [...compiler.helpers].sort(),
    problems: [...compiler.problems],
  };
};

type Match = (compiler: Compiler, tree: Node, current: Code, expected: string) => string;

const MATCHES: Readonly<Record<Comparator, Match>> = {
  booleanEquals: (compiler, tree, current, expected) => {
    const value = new Compiler().value(tree, current);
    expectType(compiler, value.type, "boolean");
    if (expected === "true" && value.type.kind === "boolean")
      return compiler.condition(tree, current, true);
    const code = compiler.value(tree, current);
    if (expected === "false" && value.type.kind === "boolean" && !code.optional)
      return `!${enclosed(code)}`;
    return `${enclosed(code)} === ${expected === "true"}`;
  },
  stringEquals: (compiler, tree, current, expected) => {
    const code = compiler.plain(compiler.value(tree, current));
    expectType(compiler, code.type, "string");
    const literalCode = literal(expected);
    return code.type.kind === "string" &&
      code.type.values !== undefined &&
      !code.type.values.includes(expected)
      ? compiler.helper("equals", code.text, literalCode)
      : `${enclosed(code)} === ${literalCode}`;
  },
  allStringEquals: (compiler, tree, current, expected) =>
    listMatch("allStringEquals", compiler, tree, current, expected),
  anyStringEquals: (compiler, tree, current, expected) =>
    listMatch("anyStringEquals", compiler, tree, current, expected),
};

const listMatch = (
  helper: string,
  compiler: Compiler,
  tree: Node,
  current: Code,
  expected: string,
): string => {
  const code = compiler.plain(compiler.value(tree, current));
  expectType(compiler, code.type, "array");
  if (code.type.kind === "array") expectType(compiler, code.type.item, "string");
  return compiler.helper(helper, code.text, literal(expected));
};

const expectType = (compiler: Compiler, type: Type, expected: string): void => {
  if (type.kind !== "any" && type.kind !== expected) {
    compiler.problem(`the comparator needs a value of type ${expected}, found: ${describe(type)}`);
  }
};
