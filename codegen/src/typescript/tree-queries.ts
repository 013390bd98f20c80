import type {
  ArrowExpression,
  Binding,
  Expression,
  Local,
  ObjectEntry,
  Parameter,
  Statement,
} from "./tree.js";

/** The expressions and statements that an expression is made of. */
const partsOf = (expression: Expression): readonly (Expression | Statement)[] => {
  switch (expression.kind) {
    case "name":
    case "local":
    case "symbol":
    case "literal":
      return [];
    case "member":
    case "unary":
    case "nonNull":
      return [expression.of];
    case "element":
      return [expression.of, expression.index];
    case "call":
    case "new":
      return [expression.callee, ...expression.arguments];
    case "array":
      return expression.items.map((item) => (item.kind === "spread" ? item.of : item));
    case "object":
      return expression.entries.map(({ value }) => value);
    case "template":
      return expression.parts.filter((part) => typeof part !== "string");
    case "arrow":
      return [
        ...expression.parameters.flatMap(bindingsOf).flatMap(({ otherwise }) => otherwise ?? []),
        ...(isStatements(expression.body) ? expression.body : [expression.body]),
      ];
    case "binary":
      return [expression.left, expression.right];
    case "conditional":
      return [expression.test, expression.yes, expression.no];
  }
};

/** The expressions and statements that a statement is made of. */
const partsOfStatement = (statement: Statement): readonly (Expression | Statement)[] => {
  switch (statement.kind) {
    case "const":
    case "throw":
    case "expression":
      return [statement.value];
    case "assign":
      return [statement.target, statement.value];
    case "if":
      return [statement.test, ...statement.body, ...statement.otherwise];
    case "block":
      return statement.body;
    case "return":
      return statement.value ? [statement.value] : [];
  }
};

const STATEMENTS = new Set(["const", "assign", "if", "block", "return", "throw", "expression"]);

/** Whether a node is a statement. */
const isStatement = (node: Expression | Statement): node is Statement => STATEMENTS.has(node.kind);

/** Whether an arrow function's body is a block. */
export const isStatements = (
  body: Expression | readonly Statement[],
): body is readonly Statement[] => Array.isArray(body);

/** The variables that a parameter declares. */
export const bindingsOf = (
  parameter: Parameter,
): readonly Pick<Binding, "local" | "otherwise">[] => {
  if ("hint" in parameter) return [{ local: parameter }];
  return "hint" in parameter.of ? [{ local: parameter.of }] : parameter.of;
};

/** Calls `visit` for every expression of a tree, the outermost first. */
export const visitExpressions = (
  node: Expression | Statement,
  visit: (expression: Expression) => void,
): void => {
  if (!isStatement(node)) visit(node);
  for (const part of isStatement(node) ? partsOfStatement(node) : partsOf(node))
    visitExpressions(part, visit);
};

/** How often a variable is used. */
export const countUses = (node: Expression, of: Local): number => {
  let count = 0;
  visitExpressions(node, (each) => {
    if (each.kind === "local" && each.local === of) count++;
  });
  return count;
};

/** Whether the expression has a function in it, which may run its parts more than once, or never. */
export const holdsArrow = (node: Expression): boolean => {
  let found = false;
  visitExpressions(node, (each) => {
    found ||= each.kind === "arrow";
  });
  return found;
};

/** Whether an expression uses the name: a variable of the template's. */
export const usesName = (node: Expression, text: string): boolean => {
  let found = false;
  visitExpressions(node, (each) => {
    found ||= each.kind === "name" && each.name === text;
  });
  return found;
};

/** Whether a variable is read each time the expression runs, whatever the values in it are. */
export const alwaysReads = (node: Expression, of: Local): boolean => {
  const inner = (each: Expression): boolean => alwaysReads(each, of);
  switch (node.kind) {
    case "local":
      return node.local === of;
    case "arrow":
      return false;
    case "binary":
      return inner(node.left) || (!SHORT_CIRCUITS.has(node.operator) && inner(node.right));
    case "conditional":
      return inner(node.test) || (inner(node.yes) && inner(node.no));
    case "element":
      return inner(node.of) || (!mayBreakOff(node) && inner(node.index));
    case "call":
      return inner(node.callee) || (!mayBreakOff(node.callee) && node.arguments.some(inner));
    default:
      return partsOf(node).some((part) => !isStatement(part) && inner(part));
  }
};

const SHORT_CIRCUITS: ReadonlySet<string> = new Set(["??", "||", "&&"]);

/** Whether a chain has a `?.` in it, after which nothing may run. */
const mayBreakOff = (node: Expression): boolean => {
  switch (node.kind) {
    case "member":
    case "element":
      return node.optional || mayBreakOff(node.of);
    case "call":
      return mayBreakOff(node.callee);
    case "nonNull":
      return mayBreakOff(node.of);
    default:
      return false;
  }
};

/** The expression with another one in the place of a variable. */
export const substitute = (node: Expression, of: Local, by: Expression): Expression => {
  const inner = (each: Expression): Expression => substitute(each, of, by);
  const all = (list: readonly Expression[]) => list.map(inner);
  switch (node.kind) {
    case "local":
      return node.local === of ? by : node;
    case "name":
    case "symbol":
    case "literal":
      return node;
    case "member":
    case "unary":
    case "nonNull":
      return { ...node, of: inner(node.of) };
    case "element":
      return { ...node, of: inner(node.of), index: inner(node.index) };
    case "call":
    case "new":
      return { ...node, callee: inner(node.callee), arguments: all(node.arguments) };
    case "array":
      return {
        ...node,
        items: node.items.map((item) =>
          item.kind === "spread" ? { ...item, of: inner(item.of) } : inner(item),
        ),
      };
    case "object": {
      const entries = node.entries.map((each): ObjectEntry => ({
        ...each,
        value: inner(each.value),
      }));
      return { ...node, entries };
    }
    case "template":
      return {
        ...node,
        parts: node.parts.map((part) => (typeof part === "string" ? part : inner(part))),
      };
    case "arrow":
      return substituteInArrow(node, of, by);
    case "binary":
      return { ...node, left: inner(node.left), right: inner(node.right) };
    case "conditional":
      return { ...node, test: inner(node.test), yes: inner(node.yes), no: inner(node.no) };
  }
};

const substituteInArrow = (node: ArrowExpression, of: Local, by: Expression): ArrowExpression => {
  const { parameters, body } = node;
  return {
    ...node,
    parameters: parameters.map((parameter) =>
      "hint" in parameter || "hint" in parameter.of
        ? parameter
        : {
            ...parameter,
            of: parameter.of.map((binding) =>
              binding.otherwise
                ? { ...binding, otherwise: substitute(binding.otherwise, of, by) }
                : binding,
            ),
          },
    ),
    body: isStatements(body)
      ? body.map((statement) => substituteInStatement(statement, of, by))
      : substitute(body, of, by),
  };
};

const substituteInStatement = (statement: Statement, of: Local, by: Expression): Statement => {
  const inner = (each: Expression): Expression => substitute(each, of, by);
  const all = (list: readonly Statement[]) =>
    list.map((each) => substituteInStatement(each, of, by));
  switch (statement.kind) {
    case "const":
    case "throw":
    case "expression":
      return { ...statement, value: inner(statement.value) };
    case "assign":
      return { ...statement, target: inner(statement.target), value: inner(statement.value) };
    case "if":
      return {
        ...statement,
        test: inner(statement.test),
        body: all(statement.body),
        otherwise: all(statement.otherwise),
      };
    case "block":
      return { ...statement, body: all(statement.body) };
    case "return":
      return statement.value ? { ...statement, value: inner(statement.value) } : statement;
  }
};

/** Whether two expressions are the same code. Arrow functions are never taken for the same. */
export const sameCode = (a: Expression, b: Expression): boolean => {
  if (a === b) return true;
  if (a.kind !== b.kind || a.kind === "arrow") return false;
  if (!Object.is(ownFacts(a), ownFacts(b))) return false;
  if (a.kind === "local" && b.kind === "local") return a.local === b.local;
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    left.length === right.length &&
    left.every((part, index) => {
      const other = right[index];
      return (
        other !== undefined && !isStatement(part) && !isStatement(other) && sameCode(part, other)
      );
    })
  );
};

/** What an expression says besides its parts, as one comparable text. */
const ownFacts = (node: Expression): string => {
  switch (node.kind) {
    case "name":
      return node.name;
    case "symbol":
      return JSON.stringify([node.name, node.from]);
    case "literal":
      if (typeof node.value === "bigint") return `${node.value}n`;
      return Object.is(node.value, -0) ? "-0" : `${JSON.stringify(node.value)}`;
    case "member":
      return JSON.stringify([node.name, node.optional]);
    case "element":
      return String(node.optional);
    case "call":
      return String(node.pure);
    case "array":
      return JSON.stringify(node.items.map(({ kind }) => kind === "spread"));
    case "object":
      return JSON.stringify(node.entries.map(({ key }) => key ?? null));
    case "template":
      return JSON.stringify(node.parts.map((part) => (typeof part === "string" ? part : null)));
    case "binary":
    case "unary":
      return node.operator;
    default:
      return "";
  }
};
