import { camelCase } from "../typescript/names.js";
import {
  type Expression,
  type Local,
  UNDEFINED,
  arrow,
  call,
  element,
  literal,
  local,
  member,
  method,
} from "../typescript/tree.js";
import { alwaysReads, countUses, holdsArrow, substitute } from "../typescript/tree-queries.js";
import { ANY, type Type } from "./type.js";

/** An expression of TypeScript, and what is known of its value. */
export interface Code {
  readonly expression: Expression;
  readonly type: Type;
  /** Whether the value may be null or undefined. */
  readonly optional: boolean;
  /** Whether it is missing only where the chain of `?.` that ends here breaks off: then `.` can follow. */
  readonly inChain?: boolean;
  /** An object's members, where the object itself need not be made. */
  readonly parts?: Readonly<Record<string, Expression>>;
}

/** An expression that gives a value of that type. What nothing is known of may be null, such as a document. */
export const codeOf = (expression: Expression, type: Type, optional = false): Code => ({
  expression,
  type,
  optional: optional || type.kind === "any" || type.kind === "null",
});

/** A value that is not there. */
export const nothing = (type: Type = ANY): Code => codeOf(UNDEFINED, type, true);

/** Whether an access to the value has to be `?.`. */
const breaksOff = ({ optional, inChain }: Code): boolean => optional && inChain !== true;

export const memberOf = (code: Code, name: string): Expression =>
  member(code.expression, name, breaksOff(code));

export const elementOf = (code: Code, index: number): Expression =>
  index < 0
    ? methodOf(code, "at", literal(index))
    : element(code.expression, literal(index), breaksOff(code));

export const methodOf = (code: Code, name: string, ...args: readonly Expression[]): Expression =>
  method(code.expression, name, args, breaksOff(code));

/** What an access or a method call gives that is never nothing in itself. */
export const chained = (from: Code, expression: Expression, type: Type): Code => ({
  ...codeOf(expression, type, from.optional),
  inChain: from.optional,
});

/** Whether the expression may stand twice: a variable and a way from it, or a short literal. */
export const isPath = (expression: Expression): boolean => {
  switch (expression.kind) {
    case "name":
    case "local":
      return true;
    case "literal":
      return typeof expression.value !== "object" || expression.value === null;
    case "member":
      return isPath(expression.of);
    default:
      return false;
  }
};

/** Whether the expression is made with an operator, rather than a name, an access, a call or a literal. */
export const isOperation = ({ kind }: Expression): boolean =>
  kind === "binary" || kind === "unary" || kind === "conditional";

const IDENTIFIER = /^[A-Za-z]\w*$/;

/** What an item of that list may be called; what is filtered is called as before. */
export const itemName = (list: Expression): string => {
  if (list.kind === "call" && list.callee.kind === "member" && KEEPS_ITEMS.has(list.callee.name))
    return itemName(list.callee.of);

  const name = isPath(list) ? lastName(list) : undefined;
  return name !== undefined && IDENTIFIER.test(name) ? camelCase(singular(name)) : "item";
};

const KEEPS_ITEMS: ReadonlySet<string> = new Set(["filter", "slice"]);

const lastName = (path: Expression): string | undefined => {
  switch (path.kind) {
    case "name":
    case "member":
      return path.name;
    case "local":
      return path.local.hint;
    default:
      return undefined;
  }
};

/** `devices` to `device`; `addresses` to `address`; `status` to itself. */
const singular = (name: string): string => {
  if (/[^s]ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return /[^suai]s$/.test(name) ? name.slice(0, -1) : name;
};

/** A function of one variable; it takes nothing where it looks at nothing. */
export const functionOf = (variable: Local, body: Expression): Expression =>
  arrow(countUses(body, variable) === 0 ? [] : [variable], body);

/** A function of one item of a list, and what it gives. */
export const itemFunction = (
  list: Code,
  write: (item: Code) => Code,
): { readonly expression: Expression; readonly variable: Local; readonly body: Code } => {
  const { item, itemOptional } =
    list.type.kind === "array" ? list.type : { item: ANY, itemOptional: true };
  const variable = { hint: itemName(list.expression) };
  const body = write(codeOf(local(variable), item, itemOptional));
  return { expression: functionOf(variable, body.expression), variable, body };
};

/**
 * Code with a value for its variable: in the variable's place where that comes to the same.
 *
 * @param mayThrow - Whether working the value out may throw: then it has to be worked out.
 */
export const withValue = (
  variable: Local,
  value: Expression,
  code: Code,
  mayThrow: boolean,
): Code => {
  const { expression, type, optional } = code;
  const uses = countUses(expression, variable);
  if (uses === 0 && !mayThrow) return code;
  const isSame = uses === 1 && !holdsArrow(expression);
  if (isSame && (!mayThrow || alwaysReads(expression, variable)))
    return { ...code, expression: substitute(expression, variable, value) };

  const parameter = uses === 0 ? { hint: "_value" } : variable;
  return codeOf(call(arrow([parameter], expression), value), type, optional);
};
