import type { Json } from "../model/model.js";
import { type Imports, createImports } from "./imports.js";
import {
  access,
  declarationName,
  identifierOf,
  literalKey,
  templateText,
  textLiteral,
} from "./names.js";
import type {
  BinaryOperator,
  Binding,
  Expression,
  Local,
  ObjectExpression,
  Parameter,
  Statement,
  Type,
} from "./tree.js";
import { array, entry, literal, object } from "./tree.js";
import { bindingsOf, isStatements, visitExpressions } from "./tree-queries.js";

/** How tightly the parts of an expression hold together. What is looser than its place needs parentheses. */
const LOOSEST = 0;
const ARROW = 1;
const CONDITIONAL = 2;
const UNARY = 15;
const POSTFIX = 18;
const PRIMARY = 20;

const BINARY: Readonly<Record<BinaryOperator, number>> = {
  "??": 3,
  "||": 4,
  "&&": 5,
  "==": 9,
  "!=": 9,
  "===": 9,
  "!==": 9,
  "<": 10,
  "<=": 10,
  ">": 10,
  ">=": 10,
};

const LOGICAL: ReadonlySet<BinaryOperator> = new Set(["??", "||", "&&"]);

/** Text, and how tightly it holds together. */
interface Printed {
  readonly text: string;
  readonly level: number;
}

/** What the printer has to know of the file that it prints for. */
export interface FileContext {
  /** The file's path in the output folder: `client/src/codecs/User.ts`. */
  readonly path: string;
  /** The npm scope of the generated packages. */
  readonly scope: string;
  /** What the file declares at its top level: imports of such a name get another one. */
  readonly declares: Iterable<string>;
  /** Names that variables beside the template's text do not take, since that may use them. */
  readonly reserved: ReadonlySet<string>;
}

/** Turns the trees of one file into text, and remembers what that text imports. */
export interface Printer {
  readonly expression: (expression: Expression) => string;
  readonly statements: (statements: readonly Statement[]) => string;
  readonly type: (type: Type) => string;
  /** The import statements of all that was printed so far. */
  readonly imports: () => string;
}

/** Makes the printer of one file. */
export const createPrinter = (context: FileContext): Printer => {
  const declared = new Set(context.declares);
  const imports = createImports(context.path, context.scope, declared);
  const taken = (name: string) => declared.has(name) || context.reserved.has(name);
  const start = (nodes: readonly (Expression | Statement)[]): Scope => ({
    imports,
    locals: new Map(),
    names: namesIn(nodes, imports),
    taken,
    margin: "",
  });
  return {
    expression: (expression) => print(expression, start([expression])).text,
    statements: (statements) => printStatements(statements, start(statements)),
    type: (type) => printType(type, imports).text,
    imports: () => imports.text(),
  };
};

/** A printer for code in comments: nothing is imported there. */
export const commentPrinter = (): Pick<Printer, "expression"> => {
  const nothing = { value: (of: { name: string }) => of.name, type: () => "", text: () => "" };
  return {
    expression: (expression) =>
      print(expression, {
        imports: nothing,
        locals: new Map(),
        names: namesIn([expression], nothing),
        taken: () => false,
        margin: "",
      }).text,
  };
};

/** What is in sight at some place. */
interface Scope {
  readonly imports: Imports;
  readonly locals: ReadonlyMap<Local, string>;
  /** Names that a new variable would hide. */
  readonly names: ReadonlySet<string>;
  readonly taken: (name: string) => boolean;
  /** What lines begin with. */
  readonly margin: string;
}

/** The names that trees use of what is around them: the template's, and what they import. */
const namesIn = (
  nodes: readonly (Expression | Statement)[],
  imports: Pick<Imports, "value">,
): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const node of nodes) {
    visitExpressions(node, (each) => {
      if (each.kind === "name") names.add(each.name);
      if (each.kind === "symbol") names.add(imports.value(each));
    });
  }
  return names;
};

/** The scope with one more variable: called as it would like to be, or with a number behind it. */
const withLocal = (scope: Scope, of: Local): Scope => {
  const wanted = identifierOf(of.hint);
  let name = declarationName(wanted);
  for (let count = 2; scope.names.has(name) || scope.taken(name); count++)
    name = `${wanted}${count}`;

  return {
    ...scope,
    locals: new Map(scope.locals).set(of, name),
    names: new Set(scope.names).add(name),
  };
};

const nameOfLocal = (scope: Scope, of: Local): string => {
  const name = scope.locals.get(of);
  if (name === undefined) throw new Error(`The variable ${of.hint} is not declared here.`);
  return name;
};

/** The text, in parentheses where it is looser than its place allows. */
const printAt = (expression: Expression, level: number, scope: Scope): string => {
  const printed = print(expression, scope);
  return printed.level < level ? `(${printed.text})` : printed.text;
};

const print = (expression: Expression, scope: Scope): Printed => {
  switch (expression.kind) {
    case "name":
      return { text: expression.name, level: PRIMARY };
    case "local":
      return { text: nameOfLocal(scope, expression.local), level: PRIMARY };
    case "symbol":
      return { text: scope.imports.value(expression), level: PRIMARY };
    case "literal":
      return printLiteral(expression.value, scope);
    case "member":
      return {
        text: printOperand(expression.of, scope) + memberAccess(expression),
        level: POSTFIX,
      };
    case "element": {
      const index = printAt(expression.index, LOOSEST, scope);
      const dot = expression.optional ? "?." : "";
      return { text: `${printOperand(expression.of, scope)}${dot}[${index}]`, level: POSTFIX };
    }
    case "call": {
      const text = `${printOperand(expression.callee, scope)}(${printAll(expression.arguments, scope)})`;
      return expression.pure
        ? { text: `/* @__PURE__ */ ${text}`, level: UNARY }
        : { text, level: POSTFIX };
    }
    case "new": {
      const args = printAll(expression.arguments, scope);
      return {
        text: `new ${printAt(expression.callee, PRIMARY, scope)}(${args})`,
        level: POSTFIX,
      };
    }
    case "array":
      return {
        text: printBlock("[", expression.items, "]", expression.layout, scope, (item, inner) =>
          item.kind === "spread"
            ? `...${printAt(item.of, ARROW, inner)}`
            : printAt(item, ARROW, inner),
        ),
        level: PRIMARY,
      };
    case "object":
      return { text: printObject(expression, scope), level: PRIMARY };
    case "template":
      return { text: printTemplate(expression.parts, scope), level: PRIMARY };
    case "arrow":
      return { text: printArrow(expression, scope), level: ARROW };
    case "binary":
      return printBinary(expression, scope);
    case "unary": {
      const operator = expression.operator === "await" ? "await " : expression.operator;
      return { text: operator + printAt(expression.of, UNARY, scope), level: UNARY };
    }
    case "conditional": {
      const test = printAt(expression.test, BINARY["??"], scope);
      const yes = printAt(expression.yes, ARROW, scope);
      const no = printAt(expression.no, ARROW, scope);
      return { text: `${test} ? ${yes} : ${no}`, level: CONDITIONAL };
    }
    case "nonNull":
      return { text: `${printOperand(expression.of, scope)}!`, level: POSTFIX };
  }
};

/** What `.`, `[` or `(` follows. The dot after a number would be its decimal point. */
const printOperand = (expression: Expression, scope: Scope): string =>
  expression.kind === "literal" && typeof expression.value === "number"
    ? `(${printAt(expression, LOOSEST, scope)})`
    : printAt(expression, POSTFIX, scope);

const memberAccess = ({ name, optional }: { name: string; optional: boolean }): string => {
  const plain = access(name);
  if (!optional) return plain;
  return plain.startsWith(".") ? `?${plain}` : `?.${plain}`;
};

const printAll = (expressions: readonly Expression[], scope: Scope): string =>
  expressions.map((each) => printAt(each, ARROW, scope)).join(", ");

const printLiteral = (value: Json | bigint | undefined, scope: Scope): Printed => {
  if (value === undefined) return { text: "undefined", level: PRIMARY };
  if (typeof value === "string") return { text: textLiteral(value), level: PRIMARY };
  if (typeof value === "bigint") return { text: `${value}n`, level: value < 0n ? UNARY : PRIMARY };
  if (typeof value === "number") {
    const isNegative = value < 0 || Object.is(value, -0);
    // JSON has no -0.
    const text = Object.is(value, -0) ? "-0" : JSON.stringify(value);
    return { text, level: isNegative ? UNARY : PRIMARY };
  }
  if (typeof value === "boolean" || value === null) return { text: String(value), level: PRIMARY };
  return print(fromJson(value), scope);
};

/** A list or object of JSON as the literal that stands for it. */
const fromJson = (value: readonly Json[] | { readonly [key: string]: Json }): Expression =>
  Array.isArray(value)
    ? array(value.map((item: Json) => literal(item)))
    : object(
        Object.entries(value as { readonly [key: string]: Json }).map(([key, item]) =>
          entry(key, literal(item)),
        ),
      );

const printObject = ({ entries, layout }: ObjectExpression, scope: Scope): string =>
  printBlock("{", entries, "}", layout, scope, ({ key, value }, inner) => {
    const text = printAt(value, ARROW, inner);
    if (key === undefined) return `...${text}`;
    const isShort = (value.kind === "name" || value.kind === "local") && text === key;
    return isShort ? text : `${literalKey(key)}: ${text}`;
  });

const printBlock = <Item>(
  open: string,
  items: readonly Item[],
  close: string,
  layout: "line" | "broken",
  scope: Scope,
  printItem: (item: Item, scope: Scope) => string,
): string => {
  if (items.length === 0) return open + close;
  if (layout === "line") {
    const text = items.map((item) => printItem(item, scope)).join(", ");
    return open === "{" ? `{ ${text} }` : `[${text}]`;
  }
  const inner = { ...scope, margin: `${scope.margin}  ` };
  const lines = items.map((item) => `${inner.margin}${printItem(item, inner)},\n`);
  return `${open}\n${lines.join("")}${scope.margin}${close}`;
};

const printTemplate = (parts: readonly (string | Expression)[], scope: Scope): string => {
  const texts: string[] = [];
  let fixed = "";
  for (const part of parts) {
    // Texts side by side become one before they are escaped: `$` and `{` mean something together.
    if (typeof part === "string") {
      fixed += part;
    } else {
      texts.push(templateText(fixed), `\${${printAt(part, LOOSEST, scope)}}`);
      fixed = "";
    }
  }
  return `\`${texts.join("")}${templateText(fixed)}\``;
};

const printArrow = (
  { parameters, body, async, returns }: Extract<Expression, { kind: "arrow" }>,
  outer: Scope,
): string => {
  const locals = parameters.flatMap(bindingsOf).map(({ local }) => local);
  // Nothing but the tree itself is in the function: only what it uses may not be hidden.
  const scope = locals.reduce(withLocal, { ...outer, taken: () => false });
  const given = parameters.map((each) => printParameter(each, scope)).join(", ");
  const type = returns ? `: ${printType(returns, scope.imports).text}` : "";
  const head = `${async ? "async " : ""}(${given})${type} => `;
  if (isStatements(body)) return `${head}{\n${printStatements(body, scope)}\n}`;
  const text = printAt(body, ARROW, scope);
  return head + (beginsWithBrace(body) ? `(${text})` : text);
};

const printParameter = (parameter: Parameter, scope: Scope): string => {
  if ("hint" in parameter) return nameOfLocal(scope, parameter);
  const { of, type } = parameter;
  const text = "hint" in of ? nameOfLocal(scope, of) : printBindings(of, scope);
  return type ? `${text}: ${printType(type, scope.imports).text}` : text;
};

const printBindings = (bindings: readonly Binding[], scope: Scope): string => {
  const texts = bindings.map(({ key, local, otherwise }) => {
    const name = nameOfLocal(scope, local);
    const text = name === key ? name : `${literalKey(key)}: ${name}`;
    return otherwise ? `${text} = ${printAt(otherwise, ARROW, scope)}` : text;
  });
  return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
};

/** Whether an expression's text begins with `{`, which would be taken for a block. */
const beginsWithBrace = (expression: Expression): boolean => {
  switch (expression.kind) {
    case "object":
      return true;
    case "literal":
      return (
        typeof expression.value === "object" &&
        expression.value !== null &&
        !Array.isArray(expression.value)
      );
    case "member":
    case "element":
    case "nonNull":
      return beginsWithBrace(expression.of);
    case "call":
      return !expression.pure && beginsWithBrace(expression.callee);
    case "binary":
      return beginsWithBrace(expression.left);
    case "conditional":
      return beginsWithBrace(expression.test);
    default:
      return false;
  }
};

const printBinary = (
  { left, operator, right }: Extract<Expression, { kind: "binary" }>,
  scope: Scope,
): Printed => {
  const level = BINARY[operator];
  const side = (operand: Expression, isRight: boolean): string => {
    if (operand.kind === "binary" && isMixed(operator, operand.operator))
      return `(${print(operand, scope).text})`;

    // What is compared twice reads better so, although `a < b < c` says the same.
    if (!LOGICAL.has(operator)) return printAt(operand, level + 1, scope);
    // `a && (b && c)` is the same without parentheses.
    const isSame = operand.kind === "binary" && operand.operator === operator;
    return printAt(operand, isRight && !isSame ? level + 1 : level, scope);
  };
  return { text: `${side(left, false)} ${operator} ${side(right, true)}`, level };
};

/** `??` may not stand beside `||` or `&&` without parentheses. */
const isMixed = (outer: BinaryOperator, inner: BinaryOperator): boolean =>
  LOGICAL.has(outer) && LOGICAL.has(inner) && outer !== inner && [outer, inner].includes("??");

const printStatements = (statements: readonly Statement[], outer: Scope): string => {
  let scope = outer;
  const lines: string[] = [];
  for (const statement of statements) {
    if (statement.kind === "const") {
      const value = printAt(statement.value, ARROW, scope);
      scope = withLocal(scope, statement.local);
      lines.push(`const ${nameOfLocal(scope, statement.local)} = ${value};`);
    } else {
      lines.push(printStatement(statement, scope));
    }
  }
  return lines.join("\n");
};

const printStatement = (statement: Exclude<Statement, { kind: "const" }>, scope: Scope): string => {
  switch (statement.kind) {
    case "assign": {
      const target = printAt(statement.target, POSTFIX, scope);
      return `${target} ${statement.operator} ${printAt(statement.value, ARROW, scope)};`;
    }
    case "if":
      return printIf(statement, scope);
    case "block":
      return `{\n${printStatements(statement.body, scope)}\n}`;
    case "return":
      return statement.value ? `return ${printAt(statement.value, ARROW, scope)};` : "return;";
    case "throw":
      return `throw ${printAt(statement.value, ARROW, scope)};`;
    case "expression": {
      const text = printAt(statement.value, ARROW, scope);
      return beginsWithBrace(statement.value) ? `(${text});` : `${text};`;
    }
  }
};

const printIf = (
  { test, body, otherwise }: Extract<Statement, { kind: "if" }>,
  scope: Scope,
): string => {
  const head = `if (${printAt(test, LOOSEST, scope)}) ${printBody(body, scope)}`;
  return otherwise.length === 0 ? head : `${head}\nelse ${printBody(otherwise, scope)}`;
};

/** One assignment or exit stands without braces, as on one line. */
const printBody = (statements: readonly Statement[], scope: Scope): string => {
  const [only] = statements;
  const isShort =
    statements.length === 1 && (only?.kind === "assign" || only?.kind === "expression");
  return isShort
    ? printStatements(statements, scope)
    : `{\n${printStatements(statements, scope)}\n}`;
};

const UNION = 0;
const SINGLE = 1;

const printType = (type: Type, imports: Imports): Printed => {
  const at = (inner: Type, level: number): string => {
    const printed = printType(inner, imports);
    return printed.level < level ? `(${printed.text})` : printed.text;
  };
  switch (type.kind) {
    case "keyword":
      return { text: type.name, level: type.name.includes(" ") ? UNION : SINGLE };
    case "symbol":
      return { text: imports.type(type), level: SINGLE };
    case "apply": {
      const args = type.arguments.map((each) => at(each, UNION)).join(", ");
      return { text: `${at(type.of, SINGLE)}<${args}>`, level: SINGLE };
    }
    case "arrayOf":
      return { text: `${at(type.item, SINGLE)}[]`, level: SINGLE };
    case "union":
      return { text: type.types.map((each) => at(each, UNION)).join(" | "), level: UNION };
    case "tuple":
      return { text: `[${type.items.map((each) => at(each, UNION)).join(", ")}]`, level: SINGLE };
    case "literal":
      return printLiteral(type.value, NO_SCOPE);
  }
};

const NO_SCOPE: Scope = {
  imports: { value: ({ name }) => name, type: ({ name }) => name, text: () => "" },
  locals: new Map(),
  names: new Set(),
  taken: () => false,
  margin: "",
};
