/**
 * The regular expression of a `pattern` trait, or undefined where JavaScript has none like it:
 * many published models hold patterns that only Java understands.
 */
export const compilePattern = (pattern: string): RegExp | undefined => {
  const known = compiled.get(pattern);
  if (known !== undefined) return known ?? undefined;
  const expression = tryCompile(translatePattern(pattern));
  compiled.set(pattern, expression ?? null);
  return expression;
};

const compiled = new Map<string, RegExp | null>();

const tryCompile = (source: string | undefined): RegExp | undefined => {
  if (source === undefined) return undefined;
  try {
    return new RegExp(source, "u");
  } catch {
    return undefined;
  }
};

/**
 * The pattern as the source of an expression in Unicode mode. Smithy's patterns are of that mode, but
 * most models are checked by Java, which allows needless escapes and loose brackets, and has classes
 * of its own. Undefined where a translation would be a guess: inline flags, quotes, classes in classes.
 */
export const translatePattern = (pattern: string): string | undefined => {
  let source = "";
  let inClass = false;
  for (let index = 0; index < pattern.length;) {
    const rest = pattern.slice(index);
    const token = (inClass ? CLASS_TOKEN : TOKEN).exec(rest)?.[0] ?? rest.charAt(0);
    const translated = token.startsWith("\\")
      ? translateEscape(token, inClass)
      : translatePlain(token, inClass);
    if (translated === undefined) return undefined;
    if (token.startsWith("[")) inClass = true;
    else if (token === "]") inClass = false;
    source += translated;
    index += token.length;
  }
  return inClass ? undefined : source;
};

const ESCAPE = String.raw`\\(?:[pP]\{\w+(?:=\w+)?\}|[pP][A-Z]|x\{[\da-fA-F]+\}|[\s\S])`;
const CLASS_TOKEN = new RegExp(`^(?:${ESCAPE}|&&)`);
/** Outside of classes: escapes, the start of a class, a quantifier in braces. */
const TOKEN = new RegExp(String.raw`^(?:${ESCAPE}|\[\^?|\{\d+(?:,\d*)?\})`);

const translatePlain = (token: string, inClass: boolean): string | undefined => {
  // In Java a class may hold another one, or be cut with one.
  if (inClass) return token === "[" || token === "&&" ? undefined : token;
  // Loose brackets mean themselves.
  return /^[\]{}]$/.test(token) ? `\\${token}` : token;
};

/** Classes that Java knows by names that JavaScript does not, or means otherwise. */
const POSIX: ReadonlyMap<string, string> = new Map([
  ["Alnum", "A-Za-z0-9"],
  ["Alpha", "A-Za-z"],
  ["ASCII", "\\x00-\\x7f"],
  ["Blank", " \\t"],
  ["Cntrl", "\\x00-\\x1f\\x7f"],
  ["Digit", "0-9"],
  ["Graph", "!-~"],
  ["Lower", "a-z"],
  ["Print", " -~"],
  ["Punct", "!-\\/:-@\\[-`\\{-~"],
  ["Space", " \\t-\\r"],
  ["Upper", "A-Z"],
  ["XDigit", "0-9A-Fa-f"],
]);

const translateEscape = (token: string, inClass: boolean): string | undefined => {
  const letter = token.charAt(1);
  if (letter === "p" || letter === "P") {
    const name = token.slice(2).replace(/[{}]/g, "");
    const posix = POSIX.get(name);
    if (posix === undefined) return `\\${letter}{${name.replace(/^Is(?=[A-Z][a-z]?$)/, "")}}`;
    if (letter === "P") return inClass ? undefined : `[^${posix}]`;
    return inClass ? posix : `[${posix}]`;
  }
  if (token.startsWith("\\x{")) return `\\u${token.slice(2)}`;
  if (letter === "A" && !inClass) return "^";
  if ((letter === "z" || letter === "Z") && !inClass) return "$";
  if (/[A-Za-z0-9]/.test(letter)) return /[bBcdDfknrsStuvwWx\d]/.test(letter) ? token : undefined;
  if (letter === "") return undefined;
  // Only what has a meaning may be escaped.
  if (/[$()*+./?[\\\]^{|}]/.test(letter) || (letter === "-" && inClass)) return token;
  return letter;
};
