import {
  type Expression,
  array,
  arrow,
  binary,
  call as callOf,
  isPresent,
  literal,
  local,
  method,
  name,
  object,
  spread,
  spreadItem,
} from "../typescript/tree.js";
import type { ImportSymbol } from "../typescript/symbols.js";
import { runtime } from "../typescript/runtime.js";
import { type Call, type Wanted, createCall } from "./call.js";
import { type Code, chained, codeOf, memberOf, methodOf } from "./code.js";
import type { Compiler } from "./compiler.js";
import { problem } from "./notes.js";
import type { NodeOf } from "./syntax.js";
import { ANY, BOOLEAN, NUMBER, STRING, type Type, arrayOf, unify } from "./type.js";

/** A function of JMESPath. */
interface Definition {
  readonly parameters: readonly Wanted[];
  /** Whether the last parameter takes further arguments. */
  readonly isVariadic?: boolean;
  readonly write: (call: Call) => Code;
}

/**
 * The call of a function.
 *
 * @param isSoft - Whether to be nothing, rather than to throw, where the first argument is nothing.
 */
export const callFunction = (
  compiler: Compiler,
  node: NodeOf<"Function">,
  current: Code,
  isSoft: boolean,
): Code => {
  const { name: functionName, children: nodes } = node;
  const definition = Object.hasOwn(FUNCTIONS, functionName) ? FUNCTIONS[functionName] : undefined;
  if (!definition) return problem(compiler.notes, `there is no function ${functionName}()`);
  const { parameters, isVariadic = false } = definition;
  const count = nodes.length;
  if (count < parameters.length || (count > parameters.length && !isVariadic)) {
    const expected = `${isVariadic ? "at least " : ""}${parameters.length}`;
    return problem(
      compiler.notes,
      `${functionName}() takes ${expected} arguments, found: ${count}`,
    );
  }
  const call = createCall(compiler, { name: functionName, nodes, current, parameters, isSoft });
  return definition.write(call);
};

const { jmespath } = runtime;

const helper = (
  of: ImportSymbol,
  type: Type,
  isOptional: boolean,
  ...args: readonly Expression[]
): Code => codeOf(callOf(of, ...args), type, isOptional);

const mathOf =
  (text: string): Definition["write"] =>
  (call) =>
    codeOf(method(name("Math"), text, [call.argument(0).expression]), NUMBER);

const startsOrEnds =
  (text: string): Definition["write"] =>
  (call) => {
    const subject = call.softArgument(0);
    const part = call.argument(1);
    return chained(subject, methodOf(subject, text, part.expression), BOOLEAN);
  };

const outermost =
  (of: "max" | "min"): Definition["write"] =>
  (call) => {
    const list = call.argument(0);
    return helper(jmespath[of], itemOf(list), true, list.expression);
  };

const outermostBy =
  (of: "maxBy" | "minBy"): Definition["write"] =>
  (call) => {
    const list = call.argument(0);
    return helper(jmespath[of], itemOf(list), true, list.expression, call.keyFunction(1, list));
  };

const itemOf = ({ type }: Code): Type => (type.kind === "array" ? type.item : ANY);

const typeOf = ({ type }: Code): Type => type;

/** The first of the values that is there, once all are worked out. */
const firstPresent = (values: readonly Code[]): Expression => {
  const item = { hint: "item" };
  const test = arrow([item], isPresent(local(item)));
  return method(array(values.map(({ expression }) => expression)), "find", [test]);
};

/** A copy of a text's characters or an array's items, the last one first. */
const reversed = ({ expression }: Code): Expression =>
  method(array([spreadItem(expression)]), "reverse", []);

/** The functions of standard JMESPath. */
const FUNCTIONS: Readonly<Record<string, Definition>> = {
  abs: { parameters: ["number"], write: mathOf("abs") },
  ceil: { parameters: ["number"], write: mathOf("ceil") },
  floor: { parameters: ["number"], write: mathOf("floor") },
  avg: {
    parameters: ["array of numbers"],
    write: (call) => helper(jmespath.avg, NUMBER, true, call.argument(0).expression),
  },
  sum: {
    parameters: ["array of numbers"],
    write: (call) => helper(jmespath.sum, NUMBER, false, call.argument(0).expression),
  },
  contains: {
    parameters: ["array or string", "any"],
    write: (call) => {
      const subject = call.softArgument(0);
      const search = call.raw(1);
      return canInclude(subject, search)
        ? chained(subject, methodOf(subject, "includes", search.expression), BOOLEAN)
        : helper(jmespath.contains, BOOLEAN, false, call.argument(0).expression, search.expression);
    },
  },
  starts_with: { parameters: ["string", "string"], write: startsOrEnds("startsWith") },
  ends_with: { parameters: ["string", "string"], write: startsOrEnds("endsWith") },
  join: {
    parameters: ["string", "array of strings"],
    write: (call) => {
      const glue = call.argument(0);
      return codeOf(methodOf(call.argument(1), "join", glue.expression), STRING);
    },
  },
  keys: {
    parameters: ["object"],
    write: (call) => helper(jmespath.keys, arrayOf(STRING), false, call.argument(0).expression),
  },
  values: {
    parameters: ["object"],
    write: (call) => {
      const { expression, type } = call.argument(0);
      const [item, isOptional] =
        type.kind === "map"
          ? [type.value, type.valueOptional]
          : type.kind === "object"
            ? [unify([...type.members.values()].map((field) => field.type())), true]
            : [ANY, true];
      return helper(jmespath.values, arrayOf(item, isOptional), false, expression);
    },
  },
  length: {
    parameters: ["string, array or object"],
    write: (call) => {
      const value = call.softArgument(0);
      return value.type.kind === "array"
        ? chained(value, memberOf(value, "length"), NUMBER)
        : helper(jmespath.length, NUMBER, false, call.argument(0).expression);
    },
  },
  map: {
    parameters: ["expression", "array"],
    write: (call) => {
      const list = call.argument(1);
      const { expression, body } = call.itemFunction(0, list);
      return codeOf(methodOf(list, "map", expression), arrayOf(body.type, body.optional));
    },
  },
  max: { parameters: ["array of numbers or strings"], write: outermost("max") },
  min: { parameters: ["array of numbers or strings"], write: outermost("min") },
  max_by: { parameters: ["array", "expression"], write: outermostBy("maxBy") },
  min_by: { parameters: ["array", "expression"], write: outermostBy("minBy") },
  merge: {
    parameters: ["object"],
    isVariadic: true,
    write: (call) =>
      codeOf(object(call.indexes.map((index) => spread(call.argument(index).expression))), ANY),
  },
  not_null: {
    parameters: ["any"],
    isVariadic: true,
    write: (call) => {
      const first = call.raw(0);
      const { made: rest, throws } = call.watched(() => call.indexes.slice(1).map(call.raw));
      const values = [first, ...rest];
      // What fails does so wherever it stands: then all have to run.
      if (throws) return codeOf(firstPresent(values), unify(values.map(typeOf)), true);
      // What follows a value that is always there is never looked at.
      const last = values.findIndex(({ optional }) => !optional);
      const used = last < 0 ? rest : rest.slice(0, last);
      if (used.length === 0) return first;
      const expression = used.reduce<Expression>(
        (left, right) => binary(left, "??", right.expression),
        first.expression,
      );
      return codeOf(expression, unify([first, ...used].map(typeOf)), last < 0);
    },
  },
  reverse: {
    parameters: ["array or string"],
    write: (call) => {
      const value = call.argument(0);
      switch (value.type.kind) {
        case "array":
          return codeOf(reversed(value), value.type);
        case "string":
          return codeOf(method(reversed(value), "join", [literal("")]), STRING);
        default:
          return helper(jmespath.reverse, ANY, false, value.expression);
      }
    },
  },
  sort: {
    parameters: ["array of numbers or strings"],
    write: (call) => {
      const list = call.argument(0);
      return helper(jmespath.sort, list.type, false, list.expression);
    },
  },
  sort_by: {
    parameters: ["array", "expression"],
    write: (call) => {
      const list = call.argument(0);
      const key = call.keyFunction(1, list);
      return helper(jmespath.sortBy, list.type, false, list.expression, key);
    },
  },
  to_array: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      if (value.type.kind === "array" && !value.optional) return value;
      return value.type.kind === "array" || value.type.kind === "any"
        ? helper(jmespath.toArray, arrayOf(ANY, true), false, value.expression)
        : codeOf(array([value.expression]), arrayOf(value.type, value.optional));
    },
  },
  to_string: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      return value.type.kind === "string" && !value.optional
        ? value
        : helper(jmespath.toText, STRING, false, value.expression);
    },
  },
  to_number: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      return value.type.kind === "number"
        ? value
        : helper(jmespath.toNumber, NUMBER, true, value.expression);
    },
  },
  type: {
    parameters: ["any"],
    write: (call) => helper(jmespath.typeName, STRING, false, call.raw(0).expression),
  },
};

/** Whether `includes` of JavaScript finds what JMESPath finds, and TypeScript lets it look. */
const canInclude = ({ type }: Code, search: Code): boolean => {
  if (type.kind === "string") return search.type.kind === "string" && !search.optional;
  if (type.kind !== "array" || search.optional) return false;
  const { item } = type;
  if (item.kind !== search.type.kind) return false;
  if (item.kind === "boolean") return true;
  return (item.kind === "string" || item.kind === "number") && item.values === undefined;
};
