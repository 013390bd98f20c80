/**
 * A test for a model's pattern, or undefined if this JavaScript engine cannot read it (some models
 * are written for Java): then the constraint is not enforced.
 */
export const compilePattern = (pattern: string): ((text: string) => boolean) | undefined => {
  const expression = regExp(pattern, "u") ?? regExp(pattern, "");
  return expression && ((text) => expression.test(text));
};

const regExp = (pattern: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
};
