import { type Expression, binary, call, isPresent, literal } from "../typescript/tree.js";
import { runtime } from "../typescript/runtime.js";
import { type Code, codeOf, isPath, memberOf } from "./code.js";
import { hasForms, plainType } from "./type.js";

/** The value as JMESPath sees it: not as a date, as bytes or with metadata. */
export const plain = (code: Code): Code => {
  const { type, optional } = code;
  if (type.kind === "object" && type.hasMetadata === true) return plain(withoutMetadata(code));
  return hasForms(type)
    ? codeOf(call(runtime.jmespath.plain, code.expression), plainType(type), optional)
    : code;
};

/** The value without what the client adds to outputs. */
export const withoutMetadata = (code: Code): Code => {
  const { expression, type, optional } = code;
  if (type.kind !== "object" || type.hasMetadata !== true) return code;
  const whole = call(runtime.jmespath.withoutMetadata, expression);
  return codeOf(whole, { ...type, hasMetadata: false }, optional);
};

/** Whether a value counts as true. */
export const truth = (code: Code): Expression => {
  const { expression, type, optional, ...rest } = plain(code);
  if (expression.kind === "literal") return literal(isTrue(expression.value));
  switch (type.kind) {
    case "boolean":
      return optional ? binary(expression, "===", literal(true)) : expression;
    case "number":
      // All numbers are true; but what may throw has to run.
      return !optional && isPath(expression) ? literal(true) : isPresent(expression);
    case "string":
      return optional ? expression : binary(expression, "!==", literal(""));
    case "array": {
      const length = memberOf({ expression, type, optional, ...rest }, "length");
      const known = optional ? binary(length, "??", literal(0)) : length;
      return binary(known, ">", literal(0));
    }
    default:
      return call(runtime.jmespath.isTruthy, expression);
  }
};

/** Whether JMESPath takes a value that is known beforehand for true. */
export const isTrue = (value: unknown): boolean => {
  if (value === null || value === undefined || value === false || value === "") return false;
  return typeof value !== "object" || Object.keys(value).length > 0;
};
