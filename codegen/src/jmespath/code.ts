import type { Type } from "./type.js";

/** TypeScript text that gives a value. */
export interface Code {
  readonly text: string;
  readonly type: Type;
  /** Whether the value may be null or undefined. */
  readonly optional: boolean;
  /** Whether the text can be followed by `.name` as it is. */
  readonly atomic: boolean;
  /** Whether it is missing only where the chain of `?.` that ends here breaks off: then `.` can follow. */
  readonly inChain?: boolean;
  /** The texts of an object's members, where the object itself need not be made. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** Text that is a name, a call, an access or a literal. */
export const atom = (text: string, type: Type, optional = false): Code => ({
  text,
  type,
  optional: optional || isAlwaysOptional(type),
  atomic: true,
});

/** Text that is an operation: in parentheses where something follows. */
export const operation = (text: string, type: Type, optional = false): Code => ({
  text,
  type,
  optional: optional || isAlwaysOptional(type),
  atomic: false,
});

/** What nothing is known of may be null, such as a document. */
const isAlwaysOptional = (type: Type): boolean => type.kind === "any" || type.kind === "null";

/** The text, in parentheses where it needs them. */
export const enclosed = (code: Code): string => (code.atomic ? code.text : `(${code.text})`);

/** An access or a method call on a value: `.name`, `[0]`, `.map(…)`. */
export const follow = (code: Code, accessor: string): string => {
  const breaks = code.optional && code.inChain !== true;
  const dot = breaks ? (accessor.startsWith("[") ? "?." : "?") : "";
  return enclosed(code) + dot + accessor;
};

/** What an access or a method call gives that is never nothing in itself. */
export const chained = (code: Code, accessor: string, type: Type): Code => ({
  ...atom(follow(code, accessor), type, code.optional),
  inChain: code.optional,
});

/** Whether the text may stand twice: a name and a way from it. */
export const isPath = (code: Code): boolean => /^[\w$]+(\??\.[\w$]+)*$/.test(code.text);

/** The body of an arrow function: an object literal needs parentheses. */
export const arrowBody = (text: string): string => (text.startsWith("{") ? `(${text})` : text);

/** `devices` to `device`; `addresses` to `address`; `status` to itself. */
export const singular = (name: string): string => {
  if (/[^s]ies$/.test(name)) return name.replace(/ies$/, "y");
  if (/(ss|x|ch|sh)es$/.test(name)) return name.slice(0, -2);
  return /[^suai]s$/.test(name) ? name.slice(0, -1) : name;
};
