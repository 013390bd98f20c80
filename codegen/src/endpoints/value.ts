/** What is known of a value in endpoint rules before anything runs. */
export type ValueType =
  | "string"
  | "boolean"
  | "integer"
  | "strings"
  | { readonly [attribute: string]: ValueType };

/** TypeScript text that gives a value. */
export interface Value {
  readonly code: string;
  readonly type: ValueType;
  /** Whether it may be undefined. */
  readonly optional: boolean;
  /** Whether the text can be followed by `.name` and stand beside any operator as it is. */
  readonly atomic: boolean;
  /** The text of the opposite, where it is simpler than `!(…)`. */
  readonly negation?: string;
}

/** A value whose text is a name, a call or a literal. */
export const atom = (code: string, type: ValueType, optional = false): Value => ({
  code,
  type,
  optional,
  atomic: true,
});

/** A test that reads well either way: `a === b`, `a !== b`. */
export const test = (code: string, negation: string): Value => ({
  code,
  type: "boolean",
  optional: false,
  atomic: code === "true" || code === "false",
  negation,
});

/** A value whose text is an operation. */
export const operation = (code: string, type: ValueType, optional = false): Value => ({
  code,
  type,
  optional,
  atomic: false,
});

/** The text, in parentheses where it needs them. */
export const enclosed = (value: Value): string => (value.atomic ? value.code : `(${value.code})`);

/** A test for what the rules call a match: neither nothing nor false. Undefined where it always holds. */
export const testOf = (value: Value): string | undefined => {
  if (value.type === "boolean") return value.optional ? `${enclosed(value)} === true` : value.code;
  return value.optional ? `${enclosed(value)} != null` : undefined;
};

export const describeType = (type: ValueType): string =>
  typeof type === "string" ? (type === "strings" ? "list of strings" : type) : "object";
