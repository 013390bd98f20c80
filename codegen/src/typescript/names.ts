/**
 * Names and literals of TypeScript. Whatever a model holds, what comes out of here is one
 * identifier, one property, one literal or one comment: it cannot end what it is put into.
 */

/** Words that cannot name a declaration, and globals that generated code uses under their own names. */
const RESERVED = new Set(
  (
    "abstract any arguments as async await bigint boolean break case catch class const constructor continue " +
    "debugger declare default delete do else enum eval export extends false finally for from function get if " +
    "implements import in infer instanceof interface is keyof let module namespace never new null number object " +
    "of package private protected public readonly require return set static string super switch symbol this throw " +
    "true try type typeof undefined unique unknown var void while with yield " +
    "Array ArrayBuffer Blob Boolean Buffer BigInt Date Error Function Infinity Iterable Iterator JSON Map Math NaN " +
    "Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap Record Reflect RegExp Required " +
    "Set String Symbol URL Uint8Array WeakMap WeakSet AsyncGenerator AsyncIterable globalThis"
  ).split(" "),
);

const IDENTIFIER = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** A name for a declaration: itself, or with an underscore before it where TypeScript needs the word. */
export const declarationName = (name: string): string => (RESERVED.has(name) ? `_${name}` : name);

/** The text as an identifier: what cannot stand in one becomes `_`. */
export const identifierOf = (text: string): string => {
  const name = text.replaceAll(/[^A-Za-z0-9_$]/g, "_");
  return IDENTIFIER.test(name) ? name : `_${name}`;
};

/** A property as declared in an interface: `name` or `"odd-name"`. */
export const propertyKey = (name: string): string => (IDENTIFIER.test(name) ? name : literal(name));

/** A property in an object literal; `__proto__` must be computed there, or it would set the prototype. */
export const literalKey = (name: string): string =>
  name === "__proto__" ? '["__proto__"]' : propertyKey(name);

/** Access to a property: `.name` or `["odd-name"]`. */
export const access = (name: string): string =>
  IDENTIFIER.test(name) ? `.${name}` : `[${literal(name)}]`;

/** Names that every object inherits something under: only an own property is a member's value. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Whether a plain access to the member could find what is inherited instead. */
export const isInherited = (name: string): boolean => INHERITED.has(name);

/** A text as a literal that is safe in any source file. */
export const textLiteral = (text: string): string => literal(text);

/** A string, number, boolean, null, list or object as a literal that is safe in any source file. */
export const literal = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029")
    // Only in strings can `</` and `"__proto__":` stand; the first would end a script element.
    .replaceAll("</", "<\\/");

/** Text for the static part of a template literal. */
export const templateText = (text: string): string =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll("`", "\\`")
    .replaceAll("${", "\\${")
    .replaceAll("\r", "\\r")
    // Half of a surrogate pair would be lost when the file is written.
    .replaceAll(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");

/** `ListUsers` to `listUsers`, as AWS SDKs name methods; `DBName` to `dBName`. */
export const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** `Wickr Admin` or `wickr-admin` to `WickrAdmin`. */
export const pascalCase = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
