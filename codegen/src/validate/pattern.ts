/**
 * The regular expression of a `pattern` trait, or undefined where JavaScript has none like it:
 * many published models hold patterns that only Java understands. Unicode mode is what Smithy means;
 * it rejects some escapes that are harmless without it.
 */
export const compilePattern = (pattern: string): RegExp | undefined => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known ?? undefined;
  const expression = tryCompile(pattern, "u") ?? tryCompile(pattern, "");
  compiled.set(pattern, expression ?? null);
  return expression;
};

const compiled = new Map<string, RegExp | null>();

const tryCompile = (pattern: string, flags: string): RegExp | undefined => {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
};
