import {
  type BinaryExpression,
  type Expression,
  arrow,
  binary,
  call,
  isMissing,
  isPresent,
  literal,
  name,
  not,
} from "../typescript/tree.js";
import { runtime } from "../typescript/runtime.js";
import { type Code, codeOf } from "./code.js";
import type { Compiler } from "./compiler.js";
import { callFunction } from "./functions.js";
import { problem } from "./notes.js";
import type { Node, NodeOf } from "./syntax.js";
import { BOOLEAN, type Type, describe, plainType, unify } from "./type.js";
import { isTrue, plain, truth } from "./values.js";

const ORDER = { GT: ">", GTE: ">=", LT: "<", LTE: "<=" } as const;

type LogicalNode = NodeOf<"AndExpression"> | NodeOf<"OrExpression">;

/** Whether the node's value counts as true; see {@link Compiler}. */
export const compileCondition = (
  compiler: Compiler,
  node: Node,
  current: Code,
  decides: boolean,
): Expression => {
  const { condition, value } = compiler;
  switch (node.type) {
    case "AndExpression":
      return join(
        condition(node.left, current, decides),
        "&&",
        condition(node.right, current, decides),
      );
    case "OrExpression":
      return join(condition(node.left, current), "||", condition(node.right, current));
    case "NotExpression":
      return opposite(condition(node.child, current));
    case "Comparator":
      return compileComparator(compiler, node, current, { isCondition: true, decides }).expression;
    case "Function":
      return truth(callFunction(compiler, node, current, decides));
    default:
      return truth(value(node, current));
  }
};

/** Conditions joined, where the left one is not known beforehand. */
const join = (left: Expression, operator: "&&" | "||", right: Expression): Expression => {
  if (left.kind !== "literal") return binary(left, operator, right);
  return (left.value === true) === (operator === "&&") ? right : left;
};

const opposite = (condition: Expression): Expression =>
  condition.kind === "literal" ? literal(condition.value !== true) : not(condition);

/** `!child`, as a value. */
export const compileNot = (
  { condition }: Compiler,
  { child }: NodeOf<"NotExpression">,
  current: Code,
): Code => codeOf(opposite(condition(child, current)), BOOLEAN);

/** `left == right`, `left < right`. */
export const compileComparator = (
  compiler: Compiler,
  node: NodeOf<"Comparator">,
  current: Code,
  { isCondition, decides }: { readonly isCondition: boolean; readonly decides: boolean },
): Code => {
  const operator = node.name;
  const operand = (side: Node, other: Node): Code => {
    // What is missing equals nothing that is there: no need to stop at it.
    const isSoft =
      decides &&
      operator !== "NE" &&
      (other.type === "Literal" ? other.value !== null : operator !== "EQ");
    return plain(
      isSoft && side.type === "Function"
        ? callFunction(compiler, side, current, true)
        : compiler.value(side, current),
    );
  };
  const left = operand(node.left, node.right);
  const right = operand(node.right, node.left);
  if (operator === "EQ" || operator === "NE") return equality(left, right, operator === "EQ");
  const order = ORDER[operator];
  for (const { type } of [left, right]) {
    if (type.kind !== "number" && type.kind !== "any" && type.kind !== "null")
      problem(compiler.notes, `${order} compares numbers, found: ${describe(type)}`);
  }
  const areNumbers = left.type.kind === "number" && right.type.kind === "number";
  if (areNumbers && (isCondition || !(left.optional || right.optional)))
    return codeOf(binary(numberOrNot(left), order, numberOrNot(right)), BOOLEAN);

  const args = [left.expression, literal(order), right.expression];
  const compared = call(runtime.jmespath.compare, ...args);
  return isCondition
    ? codeOf(binary(compared, "===", literal(true)), BOOLEAN)
    : codeOf(compared, BOOLEAN, true);
};

/** No comparison holds for NaN, as none does for null. */
const numberOrNot = ({ expression, optional }: Code): Expression =>
  optional ? binary(expression, "??", name("NaN")) : expression;

const equality = (left: Code, right: Code, isEqual: boolean): Code => {
  const missing = (of: Code): BinaryExpression =>
    isEqual ? isMissing(of.expression) : isPresent(of.expression);
  if (right.type.kind === "null") return codeOf(missing(left), BOOLEAN);
  if (left.type.kind === "null") return codeOf(missing(right), BOOLEAN);
  if (isComparable(left, right)) {
    const operator = isEqual ? "===" : "!==";
    return codeOf(binary(left.expression, operator, right.expression), BOOLEAN);
  }
  const equal = call(runtime.jmespath.equals, left.expression, right.expression);
  return codeOf(isEqual ? equal : not(equal), BOOLEAN);
};

/** Whether `===` can compare the two, for JavaScript and for TypeScript. */
const isComparable = (left: Code, right: Code): boolean => {
  const [a, b] = [left.type, right.type];
  if (left.optional && right.optional) return false;
  if (a.kind === "boolean") return b.kind === "boolean";
  if (a.kind === "string") return b.kind === "string" && mayBeSame(a.values, b.values);
  return a.kind === "number" && b.kind === "number" && mayBeSame(a.values, b.values);
};

/** Whether TypeScript sees that two values may be the same. */
const mayBeSame = (a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean =>
  a === undefined || b === undefined || a.some((value) => b.includes(value));

/** `left && right`, `left || right`, as a value. */
export const compileLogical = (compiler: Compiler, node: LogicalNode, current: Code): Code => {
  const left = compiler.value(node.left, current);
  const right = compiler.value(node.right, current);
  const isAnd = node.type === "AndExpression";
  if (left.expression.kind === "literal")
    return isTrue(left.expression.value) === isAnd ? right : left;

  const type = unify([left.type, right.type]);
  const optional = isAnd ? left.optional || right.optional : right.optional;
  if (isNative(left.type) && isNative(right.type) && left.type.kind === right.type.kind) {
    const expression = binary(left.expression, isAnd ? "&&" : "||", right.expression);
    return codeOf(expression, isAnd ? typeOfAnd(left.type, right.type) : type, optional);
  }
  const helper = isAnd ? runtime.jmespath.and : runtime.jmespath.or;
  const rest = arrow([], plain(right).expression);
  return codeOf(call(helper, plain(left).expression, rest), plainType(type), optional || isAnd);
};

/** JavaScript agrees with JMESPath on what is true of booleans and strings alone. */
const isNative = (type: Type): boolean =>
  type.kind === "boolean" || (type.kind === "string" && type.form === undefined);

/** The left side of `&&` is the value only where it is empty. */
const typeOfAnd = (left: Type, right: Type): Type => {
  if (left.kind !== "string" || right.kind !== "string" || right.values === undefined) return right;
  const mayBeEmpty = left.values === undefined || left.values.includes("");
  return mayBeEmpty ? { ...right, values: ["", ...right.values] } : right;
};
