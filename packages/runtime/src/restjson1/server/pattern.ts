import { compileLinear } from "./linear-pattern.js";

/**
 * A test for a model's pattern, or undefined if it cannot be read (some models are written for
 * Java's regular expressions): then the constraint is not enforced.
 */
export const compilePattern = (pattern: string): ((text: string) => boolean) | undefined => {
  const expression = regExp(pattern, "u") ?? regExp(pattern, "");
  if (!expression) return undefined;
  return compileLinear(pattern) ?? ((text) => expression.test(text));
};

const regExp = (pattern: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
};
