import type { Cursor } from "./cursor.js";
import { PatternFault, mistake } from "./tree.js";

/** What an escape stands for. */
export type Escape =
  | { readonly kind: "character"; readonly character: string }
  /** Characters as a class lists them, or all others. */
  | { readonly kind: "set"; readonly members: string; readonly negated: boolean }
  /** Something that is no character, in JavaScript's own words: `\b`. */
  | { readonly kind: "assertion"; readonly source: string }
  /** A line break, which may be two characters. */
  | { readonly kind: "line-break" }
  | { readonly kind: "start" | "end" }
  | { readonly kind: "reference"; readonly number: number }
  | { readonly kind: "named-reference"; readonly name: string };

/** Classes that Java knows by names that JavaScript does not, or means otherwise. */
const POSIX: ReadonlyMap<string, string> = new Map([
  ["Alnum", "A-Za-z0-9"],
  ["Alpha", "A-Za-z"],
  ["ASCII", "\\x00-\\x7f"],
  ["Blank", " \\t"],
  ["Cntrl", "\\x00-\\x1f\\x7f"],
  ["Digit", "0-9"],
  ["Graph", "!-~"],
  ["L1", "\\x00-\\xff"],
  ["Lower", "a-z"],
  ["Print", " -~"],
  ["Punct", "!-\\/:-@\\[-`\\{-~"],
  ["Space", " \\t-\\r"],
  ["Upper", "A-Z"],
  ["XDigit", "0-9A-Fa-f"],
]);

/** Whether the text names a class that JavaScript has by that name, and takes for another one. */
export const namesPosixClass = (text: string): boolean =>
  [...text.matchAll(/\\[pP]\{(\w+)\}/g)].some(([, name = ""]) => POSIX.has(name));

const HORIZONTAL = " \\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000";
const VERTICAL = "\\n-\\r\\x85\\u2028\\u2029";

const set = (members: string, negated = false): Escape => ({ kind: "set", members, negated });
const character = (code: number): Escape => {
  if (code > 0x10ffff) throw mistake(`there is no character ${code.toString(16)}`);
  return { kind: "character", character: String.fromCodePoint(code) };
};

const SIMPLE: Readonly<Record<string, Escape>> = {
  A: { kind: "start" },
  a: character(7),
  B: { kind: "assertion", source: "\\B" },
  b: { kind: "assertion", source: "\\b" },
  D: set("\\D"),
  d: set("\\d"),
  e: character(0x1b),
  f: character(0x0c),
  H: set(HORIZONTAL, true),
  h: set(HORIZONTAL),
  n: character(0x0a),
  R: { kind: "line-break" },
  r: character(0x0d),
  S: set("\\S"),
  s: set("\\s"),
  t: character(0x09),
  V: set(VERTICAL, true),
  v: set(VERTICAL),
  W: set("\\W"),
  w: set("\\w"),
  Z: { kind: "end" },
  z: { kind: "end" },
};

/** Reads an escape whose backslash was taken. */
export const readEscape = (cursor: Cursor): Escape => {
  const property = cursor.match(/([pP])(?:\{([^{}]*)\}|([A-Z]))/y);
  if (property) return propertyClass(property[2] ?? property[3] ?? "", property[1] === "P");
  const code = cursor.match(/x\{([\da-fA-F]{1,6})\}|u\{([\da-fA-F]{1,6})\}|x([\da-fA-F]{2})/y);
  if (code) return character(parseInt(code[1] ?? code[2] ?? code[3] ?? "", 16));
  const unicode = cursor.match(/u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|u([\da-f]{4})/iy);
  if (unicode) {
    const units = [unicode[1] ?? unicode[3] ?? "", unicode[2] ?? ""].filter(Boolean);
    const text = String.fromCharCode(...units.map((unit) => parseInt(unit, 16)));
    return { kind: "character", character: text };
  }
  const octal = cursor.match(/0([0-3]?[0-7]{1,2})?/y);
  if (octal) return character(parseInt(octal[1] ?? "0", 8));
  const control = cursor.match(/c([A-Za-z])/y);
  if (control) return character((control[1] ?? "").charCodeAt(0) % 32);
  const named = cursor.match(/k<([A-Za-z_$][\w$]*)>/y);
  if (named) return { kind: "named-reference", name: named[1] ?? "" };
  const reference = cursor.match(/[1-9]\d*/y);
  if (reference) return { kind: "reference", number: Number(reference[0]) };
  const letter = cursor.next();
  if (letter === "") throw mistake("a backslash stands at the end");
  if (!/[A-Za-z0-9]/.test(letter)) return { kind: "character", character: letter };
  if (Object.hasOwn(SIMPLE, letter) && !(letter === "b" && cursor.sees("{")))
    return SIMPLE[letter]!;
  if (/[GNX]/.test(letter)) throw new PatternFault(`\\${letter} has no equal in JavaScript`);
  throw mistake(`\\${letter} is no escape`);
};

const propertyClass = (name: string, negated: boolean): Escape => {
  const posix = POSIX.get(name);
  if (posix !== undefined) return set(posix, negated);
  const rest = name.replace(/^Is/, "");
  const [, key, value] = /^(\w+)=(\w+)$/.exec(name) ?? [];
  const known = [
    name,
    rest,
    `Script=${rest}`,
    ...(key !== undefined ? [`${key.charAt(0).toUpperCase()}${key.slice(1)}=${value}`] : []),
  ].find(isProperty);
  if (known === undefined) throw new PatternFault(`\\p{${name}} has no equal in JavaScript`);
  return set(`\\${negated ? "P" : "p"}{${known}}`);
};

/** What a set is where case is ignored. */
export const inAnyCase = (members: string): string => {
  if (members === "a-z" || members === "A-Z") return "A-Za-z";
  if (/^\\[pP]\{(?:L[ltu]|Low|Upp|Titlecase)/.test(members))
    throw new PatternFault(`${members} that ignores case has no equal in JavaScript`);
  return members;
};

const isProperty = (name: string): boolean => {
  try {
    return new RegExp(`\\p{${name}}`, "u").source !== "";
  } catch {
    return false;
  }
};
