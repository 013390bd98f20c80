import { type Code, atom, chained, enclosed, operation } from "./code.js";
import type { Compiler } from "./compile.js";
import type { Node, NodeOf } from "./syntax.js";
import { ANY, BOOLEAN, NUMBER, STRING, type Type, arrayOf, describe, unify } from "./type.js";

/** What a function asks of an argument. */
type Wanted =
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

/** A function of JMESPath. */
interface Definition {
  readonly parameters: readonly Wanted[];
  /** Whether the last parameter takes further arguments. */
  readonly variadic?: boolean;
  readonly write: (call: Call) => Code;
}

/** A call to be written: its arguments as they are, and ways to make of them what is wanted. */
class Call {
  readonly compiler: Compiler;
  readonly nodes: readonly Node[];
  /** Whether to be nothing, rather than to throw, where the first argument is nothing. */
  readonly soft: boolean;
  readonly #definition: Definition;
  readonly #name: string;
  readonly #current: Code;

  constructor(
    compiler: Compiler,
    node: NodeOf<"Function">,
    definition: Definition,
    current: Code,
    soft: boolean,
  ) {
    this.compiler = compiler;
    this.nodes = node.children;
    this.soft = soft;
    this.#name = node.name;
    this.#definition = definition;
    this.#current = current;
  }

  /** The argument as JMESPath sees it; perhaps nothing. */
  raw(index: number): Code {
    const node = this.nodes[index];
    if (!node) return atom("undefined", ANY, true);
    return this.compiler.plain(this.compiler.value(node, this.#current));
  }

  /** The argument, of the right type and there: else it throws when it runs. */
  argument(index: number): Code {
    return this.#expect(this.raw(index), this.#wanted(index), index);
  }

  /** The argument, of the right type; where it may be left to be nothing, it is. */
  softArgument(index: number): Code {
    const code = this.raw(index);
    if (!this.soft || !code.optional || code.type.kind === "any")
      return this.#expect(code, this.#wanted(index), index);
    this.#expect({ ...code, optional: false }, this.#wanted(index), index);
    return code;
  }

  /** The function that an expression reference stands for, of the items of a list. */
  arrow(
    index: number,
    list: Code,
    wanted?: "number or string",
  ): { readonly text: string; readonly body: Code } {
    const node = this.nodes[index];
    if (node?.type !== "ExpressionReference") {
      this.compiler.problem(
        `argument ${index + 1} of ${this.#name}() has to be an expression reference such as &name`,
      );
      return { text: "() => undefined", body: atom("undefined", ANY, true) };
    }
    return this.compiler.arrow(list, (item) => {
      const body = this.compiler.plain(this.compiler.value(node.child, item));
      return wanted ? this.#comparable(body, index) : body;
    });
  }

  helper(name: string, type: Type, optional: boolean, ...texts: readonly string[]): Code {
    return atom(this.compiler.helper(name, ...texts), type, optional);
  }

  #wanted(index: number): Wanted {
    const { parameters } = this.#definition;
    return parameters[Math.min(index, parameters.length - 1)] ?? "any";
  }

  #comparable(code: Code, index: number): Code {
    if (code.type.kind === "any") {
      this.compiler.throws = true;
      return this.helper("asComparable", ANY, false, code.text);
    }
    if (code.type.kind !== "number" && code.type.kind !== "string")
      this.#mismatch("number or string", code, index);
    return this.compiler.present(code);
  }

  #mismatch(wanted: string, { type }: Code, index: number): Code {
    return this.compiler.problem(
      `argument ${index + 1} of ${this.#name}() has to be: ${wanted}, found: ${describe(type)}`,
    );
  }

  #expect(code: Code, wanted: Wanted, index: number): Code {
    const { type } = code;
    if (wanted === "any") return code;
    if (type.kind === "any") {
      const check = CHECKS[wanted];
      this.compiler.throws = true;
      return check ? this.helper(check.helper, check.type, false, code.text) : code;
    }
    switch (wanted) {
      case "string":
      case "number":
      case "array":
        return type.kind === wanted
          ? this.compiler.present(code)
          : this.#mismatch(wanted, code, index);
      case "object":
        return type.kind === "object" || type.kind === "map"
          ? this.compiler.present(code)
          : this.#mismatch(wanted, code, index);
      case "array or string":
        return type.kind === "array" || type.kind === "string"
          ? this.compiler.present(code)
          : this.#mismatch(wanted, code, index);
      case "string, array or object":
        return ["string", "array", "object", "map"].includes(type.kind)
          ? this.compiler.present(code)
          : this.#mismatch(wanted, code, index);
      case "array of strings":
      case "array of numbers":
      case "array of numbers or strings":
        return this.#list(code, wanted, index);
      case "expression":
        return this.#mismatch(wanted, code, index);
    }
  }

  /** An array of numbers or strings: looked at item by item where the type does not tell enough. */
  #list(code: Code, wanted: keyof typeof LISTS, index: number): Code {
    const { type } = code;
    const { kinds, helper } = LISTS[wanted];
    if (type.kind !== "array") return this.#mismatch(wanted, code, index);
    const { item, itemOptional } = type;
    if (item.kind !== "any" && !kinds.some((kind) => kind === item.kind))
      return this.#mismatch(wanted, code, index);
    if (item.kind !== "any" && !itemOptional) return this.compiler.present(code);
    this.compiler.throws = true;
    return this.helper(
      helper,
      arrayOf(item.kind === "any" ? LISTS[wanted].item : item),
      false,
      code.text,
    );
  }
}

const LISTS = {
  "array of strings": { kinds: ["string"], helper: "asStrings", item: STRING },
  "array of numbers": { kinds: ["number"], helper: "asNumbers", item: NUMBER },
  "array of numbers or strings": {
    kinds: ["number", "string"],
    helper: "asComparables",
    item: ANY,
  },
} as const satisfies Record<string, { kinds: readonly string[]; helper: string; item: Type }>;

/** How a value that is known only when it runs is made sure of; absent where the function does so itself. */
const CHECKS: Readonly<Partial<Record<Wanted, { readonly helper: string; readonly type: Type }>>> =
  {
    string: { helper: "asString", type: STRING },
    number: { helper: "asNumber", type: NUMBER },
    array: { helper: "asArray", type: arrayOf(ANY, true) },
    object: { helper: "asObject", type: ANY },
    "array of strings": { helper: "asStrings", type: arrayOf(STRING) },
    "array of numbers": { helper: "asNumbers", type: arrayOf(NUMBER) },
    "array of numbers or strings": { helper: "asComparables", type: arrayOf(ANY) },
  };

/** The text of a call of a function. */
export const callFunction = (
  compiler: Compiler,
  node: NodeOf<"Function">,
  current: Code,
  soft: boolean,
): Code => {
  const definition = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined;
  if (!definition) return compiler.problem(`there is no function ${node.name}()`);
  const { parameters, variadic = false } = definition;
  const count = node.children.length;
  if (count < parameters.length || (count > parameters.length && !variadic)) {
    const expected = `${variadic ? "at least " : ""}${parameters.length}`;
    return compiler.problem(`${node.name}() takes ${expected} arguments, found: ${count}`);
  }
  return definition.write(new Call(compiler, node, definition, current, soft));
};

const mathOf =
  (name: string): Definition["write"] =>
  (call) =>
    atom(`Math.${name}(${call.argument(0).text})`, NUMBER);

const startsOrEnds =
  (method: string): Definition["write"] =>
  (call) => {
    const subject = call.softArgument(0);
    const part = call.argument(1);
    return chained(subject, `.${method}(${part.text})`, BOOLEAN);
  };

const outermost =
  (name: string): Definition["write"] =>
  (call) => {
    const list = call.argument(0);
    return call.helper(name, itemOf(list), true, list.text);
  };

const outermostBy =
  (name: string): Definition["write"] =>
  (call) => {
    const list = call.argument(0);
    return call.helper(
      name,
      itemOf(list),
      true,
      list.text,
      call.arrow(1, list, "number or string").text,
    );
  };

const itemOf = ({ type }: Code): Type => (type.kind === "array" ? type.item : ANY);

/** The functions of standard JMESPath. */
const FUNCTIONS: Readonly<Record<string, Definition>> = {
  abs: { parameters: ["number"], write: mathOf("abs") },
  ceil: { parameters: ["number"], write: mathOf("ceil") },
  floor: { parameters: ["number"], write: mathOf("floor") },
  avg: {
    parameters: ["array of numbers"],
    write: (call) => call.helper("avg", NUMBER, true, call.argument(0).text),
  },
  sum: {
    parameters: ["array of numbers"],
    write: (call) => call.helper("sum", NUMBER, false, call.argument(0).text),
  },
  contains: {
    parameters: ["array or string", "any"],
    write: (call) => {
      const subject = call.softArgument(0);
      const search = call.raw(1);
      return canInclude(subject, search)
        ? chained(subject, `.includes(${search.text})`, BOOLEAN)
        : call.helper("contains", BOOLEAN, false, call.argument(0).text, search.text);
    },
  },
  starts_with: { parameters: ["string", "string"], write: startsOrEnds("startsWith") },
  ends_with: { parameters: ["string", "string"], write: startsOrEnds("endsWith") },
  join: {
    parameters: ["string", "array of strings"],
    write: (call) => {
      const glue = call.argument(0);
      return atom(`${enclosed(call.argument(1))}.join(${glue.text})`, STRING);
    },
  },
  keys: {
    parameters: ["object"],
    write: (call) => call.helper("keys", arrayOf(STRING), false, call.argument(0).text),
  },
  values: {
    parameters: ["object"],
    write: (call) => {
      const { text, type } = call.argument(0);
      const [item, optional] =
        type.kind === "map"
          ? [type.value, type.valueOptional]
          : type.kind === "object"
            ? [unify([...type.members.values()].map((member) => member.type())), true]
            : [ANY, true];
      return call.helper("values", arrayOf(item, optional), false, text);
    },
  },
  length: {
    parameters: ["string, array or object"],
    write: (call) => {
      const value = call.softArgument(0);
      if (value.type.kind === "array") {
        return chained(value, ".length", NUMBER);
      }
      return call.helper("length", NUMBER, false, call.argument(0).text);
    },
  },
  map: {
    parameters: ["expression", "array"],
    write: (call) => {
      const list = call.argument(1);
      const { text, body } = call.arrow(0, list);
      return atom(`${enclosed(list)}.map(${text})`, arrayOf(body.type, body.optional));
    },
  },
  max: { parameters: ["array of numbers or strings"], write: outermost("max") },
  min: { parameters: ["array of numbers or strings"], write: outermost("min") },
  max_by: { parameters: ["array", "expression"], write: outermostBy("maxBy") },
  min_by: { parameters: ["array", "expression"], write: outermostBy("minBy") },
  merge: {
    parameters: ["object"],
    variadic: true,
    write: (call) =>
      atom(
        `{ ${call.nodes.map((_, index) => `...${enclosed(call.argument(index))}`).join(", ")} }`,
        ANY,
      ),
  },
  not_null: {
    parameters: ["any"],
    variadic: true,
    write: (call) => {
      const values = call.nodes.map((_, index) => call.raw(index));
      // What follows a value that is always there is never looked at.
      const last = values.findIndex(({ optional }) => !optional);
      const used = last < 0 ? values : values.slice(0, last + 1);
      const type = unify(used.map((value) => value.type));
      return used.length === 1
        ? used[0]!
        : operation(used.map(enclosed).join(" ?? "), type, last < 0);
    },
  },
  reverse: {
    parameters: ["array or string"],
    write: (call) => {
      const value = call.argument(0);
      return value.type.kind === "array"
        ? atom(`[...${enclosed(value)}].reverse()`, value.type)
        : value.type.kind === "string"
          ? atom(`[...${enclosed(value)}].reverse().join("")`, STRING)
          : call.helper("reverse", ANY, false, value.text);
    },
  },
  sort: {
    parameters: ["array of numbers or strings"],
    write: (call) => {
      const list = call.argument(0);
      return call.helper("sort", list.type, false, list.text);
    },
  },
  sort_by: {
    parameters: ["array", "expression"],
    write: (call) => {
      const list = call.argument(0);
      return call.helper(
        "sortBy",
        list.type,
        false,
        list.text,
        call.arrow(1, list, "number or string").text,
      );
    },
  },
  to_array: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      if (value.type.kind === "array" && !value.optional) return value;
      return value.type.kind === "array" || value.type.kind === "any"
        ? call.helper("toArray", arrayOf(ANY, true), false, value.text)
        : atom(`[${value.text}]`, arrayOf(value.type, value.optional));
    },
  },
  to_string: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      return value.type.kind === "string" && !value.optional
        ? value
        : call.helper("toText", STRING, false, value.text);
    },
  },
  to_number: {
    parameters: ["any"],
    write: (call) => {
      const value = call.raw(0);
      return value.type.kind === "number"
        ? value
        : call.helper("toNumber", NUMBER, true, value.text);
    },
  },
  type: {
    parameters: ["any"],
    write: (call) => call.helper("typeName", STRING, false, call.raw(0).text),
  },
};

/** Whether `includes` of JavaScript finds what JMESPath finds, and TypeScript lets it look. */
const canInclude = ({ type }: Code, search: Code): boolean => {
  if (type.kind === "string") return search.type.kind === "string" && !search.optional;
  if (type.kind !== "array" || search.optional) return false;
  const { item } = type;
  if (item.kind !== search.type.kind) return false;
  if (item.kind === "boolean") return true;
  return (item.kind === "string" || item.kind === "number") && item.values === undefined;
};
