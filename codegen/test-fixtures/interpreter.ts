import {
  type ArrowExpression,
  type BinaryOperator,
  type Expression,
  type Local,
  type Parameter,
  type Statement,
} from "../src/typescript/tree.js";
import { isStatements } from "../src/typescript/tree-queries.js";

/** What trees find around them, by name. */
export interface Surroundings {
  readonly names: Readonly<Record<string, unknown>>;
  readonly symbols: Readonly<Record<string, unknown>>;
}

/** How running a tree ends. */
export type Completion = { readonly value: unknown } | { readonly thrown: unknown };

interface Scope extends Surroundings {
  readonly locals: ReadonlyMap<Local, unknown>;
}

type Callable = (this: unknown, ...args: readonly unknown[]) => unknown;

/** Runs a tree as it stands, without a text in between. It knows no types, and nothing asynchronous. */
export const interpret = (tree: Expression, surroundings: Surroundings): Completion => {
  try {
    return { value: valueOf(tree, { ...surroundings, locals: new Map() }) };
  } catch (error) {
    return { thrown: error };
  }
};

/** A chain of `?.` has broken off. */
const BROKEN = Symbol("broken");

const valueOf = (node: Expression, scope: Scope): unknown => {
  const value = chainOf(node, scope);
  return value === BROKEN ? undefined : value;
};

/** The value of what `.`, `[` or `(` goes on from: a chain that breaks off does so as a whole. */
const linkOf = (node: Expression, scope: Scope): unknown =>
  node.kind === "call" && node.pure ? valueOf(node, scope) : chainOf(node, scope);

const chainOf = (node: Expression, scope: Scope): unknown => {
  switch (node.kind) {
    case "name":
      if (!Object.hasOwn(scope.names, node.name)) throw new ReferenceError(node.name);
      return scope.names[node.name];
    case "symbol":
      return scope.symbols[node.name];
    case "local":
      if (!scope.locals.has(node.local)) throw new Error("The variable is not in sight.");
      return scope.locals.get(node.local);
    case "literal":
      return typeof node.value === "object" ? structuredClone(node.value) : node.value;
    case "member":
      return accessed(node.of, () => node.name, node.optional, scope).value;
    case "element":
      return accessed(node.of, () => valueOf(node.index, scope), node.optional, scope).value;
    case "call":
      return called(node.callee, node.arguments, scope);
    case "new": {
      const callee = valueOf(node.callee, scope) as new (...args: unknown[]) => unknown;
      return new callee(...node.arguments.map((each) => valueOf(each, scope)));
    }
    case "array":
      return node.items.flatMap((item) =>
        item.kind === "spread"
          ? [...(valueOf(item.of, scope) as unknown[])]
          : [valueOf(item, scope)],
      );
    case "object": {
      const result = {};
      for (const { key, value } of node.entries) {
        const made = valueOf(value, scope);
        const entries = key === undefined ? Object.entries({ ...(made as object) }) : [[key, made]];
        for (const [of, item] of entries) define(result, of as string, item);
      }
      return result;
    }
    case "template":
      return node.parts
        .map((part) => (typeof part === "string" ? part : `${valueOf(part, scope) as string}`))
        .join("");
    case "arrow":
      return functionOf(node, scope);
    case "binary":
      return OPERATORS[node.operator](
        () => valueOf(node.left, scope) as never,
        () => valueOf(node.right, scope) as never,
      );
    case "unary":
      if (node.operator !== "!") throw new Error("Nothing is awaited here.");
      return !valueOf(node.of, scope);
    case "conditional":
      return valueOf(node.test, scope) ? valueOf(node.yes, scope) : valueOf(node.no, scope);
    case "nonNull":
      return chainOf(node.of, scope);
  }
};

const define = (on: object, key: string, value: unknown): void => {
  Object.defineProperty(on, key, { value, configurable: true, enumerable: true, writable: true });
};

/** A member's value, and whom it is a member of. */
const accessed = (
  of: Expression,
  key: () => unknown,
  optional: boolean,
  scope: Scope,
): { readonly owner: unknown; readonly value: unknown } => {
  const owner = linkOf(of, scope);
  if (owner === BROKEN || (optional && owner == null)) return { owner, value: BROKEN };
  return { owner, value: (owner as Record<string, unknown>)[key() as string] };
};

const called = (callee: Expression, args: readonly Expression[], scope: Scope): unknown => {
  const { owner, value } =
    callee.kind === "member"
      ? accessed(callee.of, () => callee.name, callee.optional, scope)
      : { owner: undefined, value: linkOf(callee, scope) };
  if (value === BROKEN) return BROKEN;
  const given = args.map((each) => valueOf(each, scope));
  return (value as Callable).call(owner, ...given);
};

const OPERATORS: Readonly<
  Record<BinaryOperator, (left: () => never, right: () => never) => unknown>
> = {
  "??": (left, right) => left() ?? right(),
  "||": (left, right) => left() || right(),
  "&&": (left, right) => left() && right(),
  // eslint-disable-next-line eqeqeq -- it is what the tree says
  "==": (left, right) => left() == right(),
  // eslint-disable-next-line eqeqeq -- it is what the tree says
  "!=": (left, right) => left() != right(),
  "===": (left, right) => left() === right(),
  "!==": (left, right) => left() !== right(),
  "<": (left, right) => left() < right(),
  "<=": (left, right) => left() <= right(),
  ">": (left, right) => left() > right(),
  ">=": (left, right) => left() >= right(),
};

const functionOf =
  ({ parameters, body }: ArrowExpression, outer: Scope): Callable =>
  (...args) => {
    const scope = parameters.reduce(
      (inSight, parameter, index) => bound(inSight, parameter, args[index]),
      outer,
    );
    if (!isStatements(body)) return valueOf(body, scope);
    return resultOf(body, scope)?.value;
  };

const withLocal = (scope: Scope, of: Local, value: unknown): Scope => ({
  ...scope,
  locals: new Map(scope.locals).set(of, value),
});

const bound = (scope: Scope, parameter: Parameter, value: unknown): Scope => {
  const of = "hint" in parameter ? parameter : parameter.of;
  if ("hint" in of) return withLocal(scope, of, value);
  if (value == null) throw new TypeError("Nothing can be taken out of nothing.");
  return of.reduce((inSight, { key, local, otherwise }) => {
    const found = (value as Record<string, unknown>)[key];
    return withLocal(
      inSight,
      local,
      found === undefined && otherwise ? valueOf(otherwise, inSight) : found,
    );
  }, scope);
};

/** What statements return; undefined where they come to their end. */
const resultOf = (
  statements: readonly Statement[],
  outer: Scope,
): { readonly value: unknown } | undefined => {
  let scope = outer;
  for (const statement of statements) {
    if (statement.kind === "const") {
      scope = withLocal(scope, statement.local, valueOf(statement.value, scope));
      continue;
    }
    const result = resultOfOne(statement, scope);
    if (result) return result;
  }
  return undefined;
};

const resultOfOne = (
  statement: Exclude<Statement, { kind: "const" }>,
  scope: Scope,
): { readonly value: unknown } | undefined => {
  switch (statement.kind) {
    case "return":
      return { value: statement.value && valueOf(statement.value, scope) };
    case "throw":
      throw valueOf(statement.value, scope);
    case "expression":
      valueOf(statement.value, scope);
      return undefined;
    case "block":
      return resultOf(statement.body, scope);
    case "if":
      return resultOf(valueOf(statement.test, scope) ? statement.body : statement.otherwise, scope);
    case "assign":
      assignTo(statement, scope);
      return undefined;
  }
};

const assignTo = (
  { target, operator, value }: Extract<Statement, { kind: "assign" }>,
  scope: Scope,
): void => {
  if (target.kind !== "member") throw new Error("Only members are assigned to.");
  const owner = valueOf(target.of, scope) as Record<string, unknown>;
  if (operator === "??=" && owner[target.name] != null) return;
  owner[target.name] = valueOf(value, scope);
};
