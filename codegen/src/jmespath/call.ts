import { type Expression, UNDEFINED, arrow, call } from "../typescript/tree.js";
import type { ImportSymbol } from "../typescript/symbols.js";
import { runtime } from "../typescript/runtime.js";
import { type Code, codeOf, itemFunction, nothing } from "./code.js";
import type { Compiler } from "./compiler.js";
import { type Notes, present, problem, watched } from "./notes.js";
import type { Node } from "./syntax.js";
import { ANY, NUMBER, STRING, type Type, arrayOf, describe } from "./type.js";
import { plain } from "./values.js";

/** What a function asks of an argument. */
export type Wanted =
  | "any"
  | "array"
  | "array or string"
  | "array of numbers"
  | "array of numbers or strings"
  | "array of strings"
  | "expression"
  | "number"
  | "object"
  | "string"
  | "string, array or object";

/** A call to be written: its arguments as they are, and ways to make of them what is wanted. */
export interface Call {
  /** The positions of its arguments. */
  readonly indexes: readonly number[];
  /** The argument as JMESPath sees it; perhaps nothing. */
  readonly raw: (index: number) => Code;
  /** The argument, of the right type and there: else it throws when it runs. */
  readonly argument: (index: number) => Code;
  /** The argument, of the right type; where it may be left to be nothing, it is. */
  readonly softArgument: (index: number) => Code;
  /** The function that an expression reference stands for, of the items of a list. */
  readonly itemFunction: (
    index: number,
    list: Code,
  ) => { readonly expression: Expression; readonly body: Code };
  /** The same, where it has to give numbers or strings. */
  readonly keyFunction: (index: number, list: Code) => Expression;
  /** What `write` gives, and whether what it has written may throw. */
  readonly watched: <T>(write: () => T) => { readonly made: T; readonly throws: boolean };
}

/** The call of a function named so. */
export interface Invocation {
  readonly name: string;
  readonly nodes: readonly Node[];
  readonly current: Code;
  readonly parameters: readonly Wanted[];
  /** Whether to be nothing, rather than to throw, where the first argument is nothing. */
  readonly isSoft: boolean;
}

export const createCall = (compiler: Compiler, invocation: Invocation): Call => {
  const { notes, value } = compiler;
  const { name, nodes, current, parameters, isSoft } = invocation;
  const wantedOf = (index: number): Wanted =>
    parameters[Math.min(index, parameters.length - 1)] ?? "any";
  const expected = (index: number, code: Code): Code =>
    expectArgument(notes, code, wantedOf(index), `argument ${index + 1} of ${name}()`);
  const raw = (index: number): Code => {
    const node = nodes[index];
    return node ? plain(value(node, current)) : nothing();
  };
  const functionOfItem = (index: number, list: Code, finish = (body: Code): Code => body) => {
    const node = nodes[index];
    if (node?.type !== "ExpressionReference") {
      const message = `argument ${index + 1} of ${name}() has to be an expression reference such as &name`;
      return { expression: arrow([], UNDEFINED), body: problem(notes, message) };
    }
    return itemFunction(list, (item) => finish(plain(value(node.child, item))));
  };
  return {
    indexes: [...nodes.keys()],
    raw,
    argument: (index) => expected(index, raw(index)),
    softArgument: (index) => {
      const code = raw(index);
      if (!isSoft || !code.optional || code.type.kind === "any") return expected(index, code);
      expected(index, { ...code, optional: false });
      return code;
    },
    itemFunction: (index, list) => functionOfItem(index, list),
    keyFunction: (index, list) =>
      functionOfItem(index, list, (body) =>
        expectComparable(notes, body, `argument ${index + 1} of ${name}()`),
      ).expression,
    watched: (write) => watched(notes, write),
  };
};

const mismatch = (notes: Notes, place: string, wanted: string, { type }: Code): Code =>
  problem(notes, `${place} has to be: ${wanted}, found: ${describe(type)}`);

const expectComparable = (notes: Notes, code: Code, place: string): Code => {
  if (code.type.kind === "any") return checked(notes, runtime.jmespath.asComparable, code, ANY);
  if (code.type.kind !== "number" && code.type.kind !== "string")
    mismatch(notes, place, "number or string", code);

  return present(notes, code);
};

/** The value, made sure of when it runs. */
const checked = (notes: Notes, check: ImportSymbol, code: Code, type: Type): Code => {
  notes.throws = true;
  return codeOf(call(check, code.expression), type);
};

type ListWanted = "array of numbers" | "array of numbers or strings" | "array of strings";

/** The kinds of value that each takes; lists are looked at item by item besides. */
const KINDS: Readonly<Record<Exclude<Wanted, ListWanted | "any">, readonly Type["kind"][]>> = {
  array: ["array"],
  "array or string": ["array", "string"],
  expression: [],
  number: ["number"],
  object: ["object", "map"],
  string: ["string"],
  "string, array or object": ["string", "array", "object", "map"],
};

const LISTS: Readonly<
  Record<
    ListWanted,
    { readonly kinds: readonly Type["kind"][]; readonly check: ImportSymbol; readonly item: Type }
  >
> = {
  "array of strings": { kinds: ["string"], check: runtime.jmespath.asStrings, item: STRING },
  "array of numbers": { kinds: ["number"], check: runtime.jmespath.asNumbers, item: NUMBER },
  "array of numbers or strings": {
    kinds: ["number", "string"],
    check: runtime.jmespath.asComparables,
    item: ANY,
  },
};

/** How a value that is known only when it runs is made sure of; absent where the function does so itself. */
const CHECKS: Readonly<
  Partial<Record<Wanted, { readonly check: ImportSymbol; readonly type: Type }>>
> = {
  string: { check: runtime.jmespath.asString, type: STRING },
  number: { check: runtime.jmespath.asNumber, type: NUMBER },
  array: { check: runtime.jmespath.asArray, type: arrayOf(ANY, true) },
  object: { check: runtime.jmespath.asObject, type: ANY },
  "array of strings": { check: runtime.jmespath.asStrings, type: arrayOf(STRING) },
  "array of numbers": { check: runtime.jmespath.asNumbers, type: arrayOf(NUMBER) },
  "array of numbers or strings": { check: runtime.jmespath.asComparables, type: arrayOf(ANY) },
};

const expectArgument = (notes: Notes, code: Code, wanted: Wanted, place: string): Code => {
  if (wanted === "any") return code;
  if (code.type.kind === "any") {
    const known = CHECKS[wanted];
    notes.throws = true;
    return known ? checked(notes, known.check, code, known.type) : code;
  }
  if (wanted in LISTS) return expectList(notes, code, wanted as ListWanted, place);
  const kinds = KINDS[wanted as Exclude<Wanted, ListWanted | "any">];
  return kinds.includes(code.type.kind)
    ? present(notes, code)
    : mismatch(notes, place, wanted, code);
};

/** An array of numbers or strings: looked at item by item where the type does not tell enough. */
const expectList = (notes: Notes, code: Code, wanted: ListWanted, place: string): Code => {
  const { kinds, check, item: fallback } = LISTS[wanted];
  if (code.type.kind !== "array") return mismatch(notes, place, wanted, code);
  const { item, itemOptional } = code.type;
  if (item.kind !== "any" && !kinds.includes(item.kind))
    return mismatch(notes, place, wanted, code);

  if (item.kind !== "any" && !itemOptional) return present(notes, code);
  return checked(notes, check, code, arrayOf(item.kind === "any" ? fallback : item));
};
