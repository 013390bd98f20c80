import { namesPosixClass } from "./patterns/escapes.js";
import { readPattern } from "./patterns/read.js";
import { PatternFault } from "./patterns/tree.js";
import { writePattern } from "./patterns/write.js";

/** What the text of a `pattern` trait is to JavaScript. */
export type Pattern =
  /** The source of a `RegExp` with the flag `u`. */
  | { readonly source: string }
  /** Why there is none, and whether the text is no pattern in any dialect. */
  | { readonly reason: string; readonly isMistake: boolean };

/**
 * A pattern in JavaScript's words. Smithy's patterns are of ECMA 262 in Unicode mode, but most models
 * are checked by Java: what JavaScript does not understand as it stands is read as Java reads it.
 */
export const patternOf = (text: string): Pattern => {
  const known = patterns.get(text);
  if (known) return known;
  const pattern = translate(text);
  patterns.set(text, pattern);
  return pattern;
};

const patterns = new Map<string, Pattern>();

/** The expression of a pattern; undefined where JavaScript has none like it. */
export const compilePattern = (text: string): RegExp | undefined => {
  const pattern = patternOf(text);
  return "source" in pattern ? new RegExp(pattern.source, "u") : undefined;
};

const translate = (text: string): Pattern => {
  if (!isOfJava(text) && compiles(text, "u")) return { source: text };
  try {
    const source = writePattern(readPattern(text));
    if (compiles(source, "u")) return { source };
    return { reason: "JavaScript has nothing like it", isMistake: false };
  } catch (error) {
    if (error instanceof RangeError) return { reason: "it is nested too deeply", isMistake: false };
    if (!(error instanceof PatternFault)) throw error;
    // Where browsers are lenient, so are models.
    return { reason: error.message, isMistake: error.isMistake && !compiles(text, "") };
  }
};

/** Whether the text has what JavaScript takes for something else, or understands in newer versions only. */
const isOfJava = (text: string): boolean =>
  namesPosixClass(text) || /\(\?(?=[a-zA-Z-])[a-zA-Z]*(?:-[a-zA-Z]+)?[:)]/.test(text);

const compiles = (source: string, flags: string): boolean => {
  try {
    return new RegExp(source, flags).flags === flags;
  } catch {
    return false;
  }
};
