import type { Json } from "../model/model.js";
import type { ImportSymbol } from "./symbols.js";

/**
 * TypeScript as a tree. Plans are made of it, and one printer turns it into text (see printer.ts), so
 * that precedence, quoting, names and imports are decided in one place. Text of a model is only ever
 * the value of a literal or the name of a member here: it cannot become code.
 */
export type Expression =
  | NameExpression
  | LocalExpression
  | ImportSymbol
  | LiteralExpression
  | MemberExpression
  | ElementExpression
  | CallExpression
  | NewExpression
  | ArrayExpression
  | ObjectExpression
  | TemplateExpression
  | ArrowExpression
  | BinaryExpression
  | UnaryExpression
  | ConditionalExpression
  | NonNullExpression;

/** A variable that a template declares, or a global: `input`, `JSON`. */
export interface NameExpression {
  readonly kind: "name";
  readonly name: string;
}

/** A variable that the tree itself declares. The printer gives it a name that hides nothing in sight. */
export interface Local {
  /** What it should be called. */
  readonly hint: string;
}

export interface LocalExpression {
  readonly kind: "local";
  readonly local: Local;
}

/** A JSON value, a big integer, or `undefined`. */
export interface LiteralExpression {
  readonly kind: "literal";
  readonly value: Json | bigint | undefined;
}

/** `of.name`, `of?.name`, `of["odd name"]`. */
export interface MemberExpression {
  readonly kind: "member";
  readonly of: Expression;
  readonly name: string;
  readonly optional: boolean;
}

/** `of[index]`, `of?.[index]`. */
export interface ElementExpression {
  readonly kind: "element";
  readonly of: Expression;
  readonly index: Expression;
  readonly optional: boolean;
}

export interface CallExpression {
  readonly kind: "call";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  /** Whether bundlers may drop the call where its value is not used. */
  readonly pure: boolean;
}

export interface NewExpression {
  readonly kind: "new";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

export interface ArrayExpression {
  readonly kind: "array";
  readonly items: readonly (Expression | SpreadItem)[];
  readonly layout: Layout;
}

/** `...of` in an array. */
export interface SpreadItem {
  readonly kind: "spread";
  readonly of: Expression;
}

/** An object literal. */
export interface ObjectExpression {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
  readonly layout: Layout;
}

/** `key: value`, or `...value` where there is no key. */
export interface ObjectEntry {
  readonly key: string | undefined;
  readonly value: Expression;
}

/** Whether a literal stands on one line or breaks. It matters in comments, where no formatter comes by. */
export type Layout = "line" | "broken";

/** A template literal: fixed text and values in turn. */
export interface TemplateExpression {
  readonly kind: "template";
  readonly parts: readonly (string | Expression)[];
}

export interface ArrowExpression {
  readonly kind: "arrow";
  readonly parameters: readonly Parameter[];
  readonly body: Expression | readonly Statement[];
  readonly async: boolean;
  /** The type of what it gives, where it has to be said. */
  readonly returns?: Type | undefined;
}

/** What a function takes: a variable, or more than that has to be said of it. */
export type Parameter = Local | DetailedParameter;

export interface DetailedParameter {
  /** The variable, or the members that are taken out of an object. */
  readonly of: Local | readonly Binding[];
  readonly type?: Type | undefined;
}

/** A member of an object that becomes a variable: `key: local = otherwise`. */
export interface Binding {
  readonly key: string;
  readonly local: Local;
  /** What the variable is where the member is undefined. */
  readonly otherwise?: Expression | undefined;
}

export type BinaryOperator =
  | "??"
  | "||"
  | "&&"
  | "=="
  | "!="
  | "==="
  | "!=="
  | "<"
  | "<="
  | ">"
  | ">=";

export interface BinaryExpression {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryExpression {
  readonly kind: "unary";
  readonly operator: "!" | "await";
  readonly of: Expression;
}

/** `test ? yes : no`. */
export interface ConditionalExpression {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly yes: Expression;
  readonly no: Expression;
}

/** `of!`. */
export interface NonNullExpression {
  readonly kind: "nonNull";
  readonly of: Expression;
}

export type Statement =
  | { readonly kind: "const"; readonly local: Local; readonly value: Expression }
  | {
      readonly kind: "assign";
      readonly target: Expression;
      readonly operator: "=" | "??=";
      readonly value: Expression;
    }
  | {
      readonly kind: "if";
      readonly test: Expression;
      readonly body: readonly Statement[];
      readonly otherwise: readonly Statement[];
    }
  | { readonly kind: "block"; readonly body: readonly Statement[] }
  | { readonly kind: "return"; readonly value: Expression | undefined }
  | { readonly kind: "throw"; readonly value: Expression }
  | { readonly kind: "expression"; readonly value: Expression };

/** A type of TypeScript. */
export type Type =
  | { readonly kind: "keyword"; readonly name: Keyword }
  | ImportSymbol
  | { readonly kind: "apply"; readonly of: Type; readonly arguments: readonly Type[] }
  | { readonly kind: "arrayOf"; readonly item: Type }
  | { readonly kind: "union"; readonly types: readonly Type[] }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "literal"; readonly value: Json | bigint | undefined };

/** Types that are there without an import. */
export type Keyword =
  | "AsyncIterable"
  | "Date"
  | "NonNullable"
  | "Omit"
  | "Partial"
  | "Record"
  | "Uint8Array"
  | "bigint"
  | "boolean"
  | "never"
  | "null"
  | "number"
  | "readonly string[]"
  | "string"
  | "undefined"
  | "unknown"
  | "{}";

export const name = (text: string): NameExpression => ({ kind: "name", name: text });

export const local = (of: Local): LocalExpression => ({ kind: "local", local: of });

export const literal = (value: Json | bigint | undefined): LiteralExpression => ({
  kind: "literal",
  value,
});

export const UNDEFINED: LiteralExpression = literal(undefined);

export const member = (of: Expression, text: string, optional = false): MemberExpression => ({
  kind: "member",
  of,
  name: text,
  optional,
});

export const element = (
  of: Expression,
  index: Expression,
  optional = false,
): ElementExpression => ({ kind: "element", of, index, optional });

export const call = (callee: Expression, ...args: readonly Expression[]): CallExpression => ({
  kind: "call",
  callee,
  arguments: args,
  pure: false,
});

/** A call that bundlers may drop. */
export const pureCall = (callee: Expression, ...args: readonly Expression[]): CallExpression => ({
  ...call(callee, ...args),
  pure: true,
});

/** `of.name(…)`, `of?.name(…)`. */
export const method = (
  of: Expression,
  text: string,
  args: readonly Expression[],
  optional = false,
): CallExpression => call(member(of, text, optional), ...args);

export const construct = (callee: Expression, ...args: readonly Expression[]): NewExpression => ({
  kind: "new",
  callee,
  arguments: args,
});

export const array = (
  items: readonly (Expression | SpreadItem)[],
  layout: Layout = "line",
): ArrayExpression => ({ kind: "array", items, layout });

export const spreadItem = (of: Expression): SpreadItem => ({ kind: "spread", of });

export const object = (
  entries: readonly ObjectEntry[],
  layout: Layout = "line",
): ObjectExpression => ({ kind: "object", entries, layout });

export const entry = (key: string, value: Expression): ObjectEntry => ({ key, value });

export const spread = (value: Expression): ObjectEntry => ({ key: undefined, value });

export const template = (parts: readonly (string | Expression)[]): TemplateExpression => ({
  kind: "template",
  parts,
});

export const arrow = (
  parameters: readonly Parameter[],
  body: Expression | readonly Statement[],
  options?: { readonly async?: boolean; readonly returns?: Type },
): ArrowExpression => ({
  kind: "arrow",
  parameters,
  body,
  async: options?.async === true,
  returns: options?.returns,
});

export const binary = (
  left: Expression,
  operator: BinaryOperator,
  right: Expression,
): BinaryExpression => ({ kind: "binary", operator, left, right });

export const not = (of: Expression): UnaryExpression => ({ kind: "unary", operator: "!", of });

export const awaited = (of: Expression): UnaryExpression => ({
  kind: "unary",
  operator: "await",
  of,
});

export const conditional = (
  test: Expression,
  yes: Expression,
  no: Expression,
): ConditionalExpression => ({ kind: "conditional", test, yes, no });

export const nonNull = (of: Expression): NonNullExpression => ({ kind: "nonNull", of });

/** `value == null`, `value != null`. */
export const isMissing = (value: Expression): BinaryExpression =>
  binary(value, "==", literal(null));
export const isPresent = (value: Expression): BinaryExpression =>
  binary(value, "!=", literal(null));

export const declare = (of: Local, value: Expression): Statement => ({
  kind: "const",
  local: of,
  value,
});

export const assign = (
  target: Expression,
  value: Expression,
  operator: "=" | "??=" = "=",
): Statement => ({ kind: "assign", target, operator, value });

export const when = (
  test: Expression,
  body: readonly Statement[],
  otherwise: readonly Statement[] = [],
): Statement => ({ kind: "if", test, body, otherwise });

/** Statements with variables of their own. */
export const block = (body: readonly Statement[]): Statement => ({ kind: "block", body });

export const give = (value?: Expression): Statement => ({ kind: "return", value });

export const raise = (value: Expression): Statement => ({ kind: "throw", value });

export const run = (value: Expression): Statement => ({ kind: "expression", value });

export const keyword = (text: Keyword): Type => ({ kind: "keyword", name: text });

export const apply = (of: Type, ...args: readonly Type[]): Type => ({
  kind: "apply",
  of,
  arguments: args,
});

export const arrayOf = (item: Type): Type => ({ kind: "arrayOf", item });

export const union = (...types: readonly Type[]): Type => ({ kind: "union", types });

export const tuple = (...items: readonly Type[]): Type => ({ kind: "tuple", items });
