import { access, camelCase, declarationName, literal, literalKey } from "../typescript/names.js";
import {
  type Code,
  arrowBody,
  atom,
  chained,
  enclosed,
  follow,
  isPath,
  operation,
  singular,
} from "./code.js";
import { callFunction } from "./functions.js";
import type { Node, NodeOf } from "./syntax.js";
import {
  ANY,
  BOOLEAN,
  type Field,
  NULL,
  type Type,
  arrayOf,
  describe,
  hasForms,
  plainType,
  typeOfJson,
  unify,
} from "./type.js";

const ORDER = { GT: ">", GTE: ">=", LT: "<", LTE: "<=" } as const;

/** Names that generated modules have for other things. */
const TAKEN = ["input", "output", "client", "params", "check", "error", "reason"];

/**
 * Turns expressions into TypeScript, and finds what in them does not fit the model. One compiler
 * serves one expression: it gathers what the text uses.
 */
export class Compiler {
  /** Functions of the runtime that the text calls. */
  readonly helpers = new Set<string>();
  /** What does not fit, in words that name it. */
  readonly problems = new Set<string>();
  /** Whether the text throws where a value is not as a function needs it. */
  throws = false;
  readonly #names = new Set<string>(TAKEN);

  /** A call of a function of the runtime. */
  helper(name: string, ...texts: readonly string[]): string {
    this.helpers.add(name);
    return `${name}(${texts.join(", ")})`;
  }

  problem(message: string): Code {
    this.problems.add(message);
    return atom("undefined", ANY, true);
  }

  /** The text that gives the node's value, seen from the current one. */
  value(node: Node, current: Code): Code {
    switch (node.type) {
      case "Identity":
      case "Current":
        return current;
      case "Field":
        return this.#field(current, node.name);
      case "Literal":
        return atom(literal(node.value), typeOfJson(node.value), node.value === null);
      case "IndexExpression":
        return this.value(node.right, this.value(node.left, current));
      case "Index":
        return this.#index(current, node.value);
      case "Slice":
        return this.#slice(current, node);
      case "Subexpression":
        return this.#subexpression(node, current);
      case "Pipe":
        return this.#pipe(node, current);
      case "Projection":
        return this.#projection(
          this.#list(this.value(node.left, current), "projection"),
          node.right,
        );
      case "FilterProjection":
        return this.#projection(this.#filtered(node, current), node.right);
      case "ValueProjection":
        return this.#projection(this.#memberValues(this.value(node.left, current)), node.right);
      case "Flatten":
        return this.#flatten(node.child, current);
      case "MultiSelectList":
      case "MultiSelectHash":
        return this.#whenPresent(current, (present) => this.#multiSelect(node, present));
      case "Comparator":
        return this.#comparator(node, current, false);
      case "AndExpression":
      case "OrExpression":
        return this.#logical(node, current);
      case "NotExpression":
        return operation(`!${group(this.condition(node.child, current))}`, BOOLEAN);
      case "Function":
        return callFunction(this, node, current, false);
      case "ExpressionReference":
        return this.problem("an expression reference may only be an argument of a function");
      default:
        return this.problem(`${node.type} is not part of standard JMESPath`);
    }
  }

  /**
   * The text that tells whether the node's value counts as true.
   *
   * @param decides - Whether failing and being false are the same here, as they are for the whole of a
   *   matcher: then what may be missing needs no special care.
   */
  condition(node: Node, current: Code, decides = false): string {
    if (node.type === "AndExpression") {
      const left = this.condition(node.left, current, decides);
      return `${group(left)} && ${group(this.condition(node.right, current, decides))}`;
    }
    if (node.type === "OrExpression") {
      return `${group(this.condition(node.left, current))} || ${group(this.condition(node.right, current))}`;
    }
    if (node.type === "NotExpression") return `!${group(this.condition(node.child, current))}`;
    if (node.type === "Comparator") return this.#comparator(node, current, true, decides).text;
    return this.truth(
      node.type === "Function"
        ? callFunction(this, node, current, decides)
        : this.value(node, current),
    );
  }

  /** The text that tells whether a value counts as true. */
  truth(code: Code): string {
    const value = this.plain(code);
    switch (value.type.kind) {
      case "boolean":
        return value.optional ? `${enclosed(value)} === true` : value.text;
      case "number":
        return value.optional ? `${enclosed(value)} != null` : "true";
      case "string":
        return value.optional ? enclosed(value) : `${enclosed(value)} !== ""`;
      case "array":
        return `${value.optional ? `(${follow(value, ".length")} ?? 0)` : follow(value, ".length")} > 0`;
      case "null":
        return "false";
      default:
        return this.helper("isTruthy", value.text);
    }
  }

  /** The value as JMESPath sees it: not as a date, as bytes or with metadata. */
  plain(code: Code): Code {
    const { type, optional } = code;
    if (type.kind === "object" && type.hasMetadata) return this.plain(this.#withoutMetadata(code));
    return hasForms(type) ? atom(this.helper("plain", code.text), plainType(type), optional) : code;
  }

  /** The value, which has to be there when it runs. */
  present(code: Code): Code {
    if (!code.optional) return code;
    this.throws = true;
    return atom(this.helper("present", code.text), code.type);
  }

  /** A function of one item, and what it gives. */
  arrow(list: Code, body: (item: Code) => Code): { readonly text: string; readonly body: Code } {
    const { item, itemOptional } =
      list.type.kind === "array" ? list.type : { item: ANY, itemOptional: true };
    const name = this.fresh(itemName(list.text));
    const code = body(atom(name, item, itemOptional));
    this.#names.delete(name);
    return { text: `(${name}) => ${arrowBody(code.text)}`, body: code };
  }

  /** A name that nothing in sight bears. */
  fresh(wanted: string): string {
    let name = declarationName(wanted);
    for (let count = 2; this.#names.has(name) || HELPERS.has(name); count++)
      name = `${wanted}${count}`;
    this.#names.add(name);
    return name;
  }

  #field(current: Code, name: string): Code {
    const { type } = current;
    switch (type.kind) {
      case "object": {
        const member = type.members.get(name);
        if (!member) {
          this.problem(`${type.name} has no member ${name}`);
          return atom("undefined", NULL, true);
        }
        const part = current.parts?.[name];
        if (part !== undefined) return atom(part, member.type(), member.optional);
        return member.optional
          ? atom(follow(current, access(name)), member.type(), true)
          : chained(current, access(name), member.type());
      }
      case "map":
        return atom(
          name in Object.prototype
            ? this.helper("entry", current.text, literal(name))
            : follow(current, access(name)),
          type.value,
          true,
        );
      case "any":
        return atom(this.helper("field", current.text, literal(name)), ANY, true);
      case "null":
        return current;
      default:
        return this.problem(`member ${name} is taken of ${describe(type)}`);
    }
  }

  #index(current: Code, index: number): Code {
    const { type } = current;
    switch (type.kind) {
      case "array":
        return atom(follow(current, index < 0 ? `.at(${index})` : `[${index}]`), type.item, true);
      case "any":
        return atom(this.helper("element", current.text, String(index)), ANY, true);
      case "null":
        return current;
      default:
        return this.problem(`element ${index} is taken of ${describe(type)}`);
    }
  }

  #slice(current: Code, { start, stop, step }: NodeOf<"Slice">): Code {
    if (step === 0) return this.problem("the step of a slice cannot be 0");
    const list = this.#list(current, "slice");
    if (list.type.kind !== "array") return list;
    if (step === null || step === 1) {
      const bounds = [start ?? 0, ...(stop === null ? [] : [stop])].join(", ");
      return chained(list, `.slice(${bounds})`, list.type);
    }
    const bounds = [start, stop, step].map((bound) => String(bound ?? undefined));
    return this.#whenPresent(list, (items) =>
      atom(this.helper("slice", items.text, ...bounds), items.type),
    );
  }

  #subexpression(node: NodeOf<"Subexpression">, current: Code): Code {
    const left = this.value(node.left, current);
    // A member of nothing is nothing; so is everything else of it.
    return node.right.type === "Field"
      ? this.value(node.right, left)
      : this.#whenPresent(left, (present) => this.value(node.right, present));
  }

  /** The right side sees the left value, even if it is null. */
  #pipe(node: NodeOf<"Pipe">, current: Code): Code {
    const left = this.value(node.left, current);
    if (isPath(left) || left.type.kind === "null") return this.value(node.right, left);
    const name = this.fresh("value");
    const right = this.value(node.right, atom(name, left.type, left.optional));
    this.#names.delete(name);
    const uses = right.text.match(new RegExp(`\\b${name}\\b`, "g"))?.length ?? 0;
    if (uses === 0) return right;
    if (uses === 1 && !right.text.includes("=>")) {
      return {
        ...right,
        text: right.text.replace(new RegExp(`\\b${name}\\b`), () => enclosed(left)),
      };
    }
    return atom(
      `((${name}) => ${arrowBody(right.text)})(${left.text})`,
      right.type,
      right.optional,
    );
  }

  /** Goes on with a value where there is one, and is nothing where there is none. */
  #whenPresent(code: Code, next: (present: Code) => Code): Code {
    if (code.type.kind === "null") return code;
    if (!code.optional && (isPath(code) || code.parts !== undefined)) return next(code);
    const name = this.fresh(itemName(code.text));
    const result = next({ ...atom(name, code.type), optional: false });
    this.#names.delete(name);
    const arrow = `(${name}) => ${arrowBody(result.text)}`;
    return code.optional
      ? atom(this.helper("when", code.text, arrow), result.type, true)
      : atom(`(${arrow})(${code.text})`, result.type, result.optional);
  }

  /** The value as a list to go through. */
  #list(code: Code, doing: string): Code {
    switch (code.type.kind) {
      case "array":
      case "null":
        return code;
      case "any":
        return atom(this.helper("elements", code.text), arrayOf(ANY, true), true);
      default:
        return this.problem(`${doing} of ${describe(code.type)}, which is no array`);
    }
  }

  #filtered(node: NodeOf<"FilterProjection">, current: Code): Code {
    const list = this.#list(this.value(node.left, current), "filter");
    if (list.type.kind !== "array") return list;
    const { text } = this.arrow(list, (item) =>
      operation(this.condition(node.condition, item), BOOLEAN),
    );
    return chained(list, `.filter(${text})`, list.type);
  }

  #memberValues(code: Code): Code {
    const { type, optional } = code;
    switch (type.kind) {
      case "null":
        return code;
      case "any":
        return atom(this.helper("memberValues", code.text), arrayOf(ANY), true);
      case "map":
      case "object": {
        const item =
          type.kind === "map"
            ? type.value
            : unify([...type.members.values()].map((field) => field.type()));
        const whole = this.#withoutMetadata(code);
        return atom(this.helper("memberValues", whole.text), arrayOf(item), optional);
      }
      default:
        return this.problem(`wildcard of ${describe(type)}, which is no object`);
    }
  }

  #withoutMetadata(code: Code): Code {
    const { type } = code;
    return type.kind === "object" && type.hasMetadata
      ? atom(
          this.helper("withoutMetadata", code.text),
          { ...type, hasMetadata: false },
          code.optional,
        )
      : code;
  }

  /** The right side for each item, without what comes to null. */
  #projection(list: Code, right: Node, flat = false): Code {
    if (list.type.kind !== "array") {
      // What the right side says is looked at all the same.
      this.value(right, atom("undefined", list.type.kind === "null" ? NULL : ANY, true));
      return list;
    }
    const { text, body } = this.arrow(list, (item) => this.value(right, item));
    const identity = /^\((\w+)\) => \1$/.test(text);
    const result = (call: string, item: Type) => chained(list, call, arrayOf(item));
    const scalar = body.type.kind !== "array" && body.type.kind !== "any";
    if (flat && !scalar) {
      const item = body.type.kind === "array" ? body.type : { item: ANY, itemOptional: true };
      const call =
        identity && !body.optional
          ? ".flat()"
          : `.flatMap(${text}${body.optional ? " ?? []" : ""})`;
      return chained(list, call, arrayOf(item.item, item.itemOptional));
    }
    if (!body.optional) {
      return identity ? list : result(`.map(${text})`, body.type);
    }
    if (identity) return result(".filter((item) => item != null)", body.type);
    return scalar && body.atomic
      ? result(`.flatMap(${text} ?? [])`, body.type)
      : result(`.map(${text}).filter((item) => item != null)`, body.type);
  }

  #flatten(child: Node, current: Code): Code {
    switch (child.type) {
      case "Projection":
        return this.#projection(
          this.#list(this.value(child.left, current), "projection"),
          child.right,
          true,
        );
      case "FilterProjection":
        return this.#projection(this.#filtered(child, current), child.right, true);
      case "ValueProjection":
        return this.#projection(
          this.#memberValues(this.value(child.left, current)),
          child.right,
          true,
        );
      default: {
        const list = this.#list(this.value(child, current), "flatten");
        if (list.type.kind !== "array") return list;
        const { item, itemOptional } = list.type;
        if (item.kind !== "array" && item.kind !== "any") return list;
        const type =
          item.kind === "array"
            ? arrayOf(item.item, item.itemOptional || itemOptional)
            : arrayOf(ANY, true);
        return chained(list, ".flat()", type);
      }
    }
  }

  #multiSelect(node: NodeOf<"MultiSelectList"> | NodeOf<"MultiSelectHash">, current: Code): Code {
    if (node.type === "MultiSelectList") {
      const items = node.children.map((child) => this.value(child, current));
      return atom(
        `[${items.map(({ text }) => text).join(", ")}]`,
        arrayOf(
          unify(items.map(({ type }) => type)),
          items.some(({ optional }) => optional),
        ),
      );
    }
    const members = new Map<string, Field>();
    const texts = node.children.map(({ name, value }) => {
      const member = this.value(value, current);
      const { type, optional } = member;
      members.set(name, { type: () => type, optional });
      // A member that comes to nothing is a member all the same.
      return `${literalKey(name)}: ${optional ? `${enclosed(member)} ?? null` : member.text}`;
    });
    return atom(`{ ${texts.join(", ")} }`, { kind: "object", name: "multi-select", members });
  }

  #comparator(
    { name, left: leftNode, right: rightNode }: NodeOf<"Comparator">,
    current: Code,
    asCondition: boolean,
    decides = false,
  ): Code {
    const operand = (node: Node, other: Node) => {
      // What is missing equals nothing that is there: no need to stop at it.
      const soft = decides && (other.type === "Literal" ? other.value !== null : name in ORDER);
      return this.plain(
        soft && name !== "NE" && node.type === "Function"
          ? callFunction(this, node, current, true)
          : this.value(node, current),
      );
    };
    const left = operand(leftNode, rightNode);
    const right = operand(rightNode, leftNode);
    if (name === "EQ" || name === "NE") return this.#equality(left, right, name === "EQ");
    const order = ORDER[name];
    for (const { type } of [left, right]) {
      if (type.kind !== "number" && type.kind !== "any" && type.kind !== "null") {
        this.problem(`${order} compares numbers, found: ${describe(type)}`);
      }
    }
    const numbers = left.type.kind === "number" && right.type.kind === "number";
    if (numbers && (asCondition || !(left.optional || right.optional))) {
      return operation(`${numberOrNot(left)} ${order} ${numberOrNot(right)}`, BOOLEAN);
    }
    const text = this.helper("compare", left.text, literal(order), right.text);
    return asCondition ? operation(`${text} === true`, BOOLEAN) : atom(text, BOOLEAN, true);
  }

  #equality(left: Code, right: Code, equal: boolean): Code {
    if (right.type.kind === "null")
      return operation(`${enclosed(left)} ${equal ? "==" : "!="} null`, BOOLEAN);
    if (left.type.kind === "null")
      return operation(`${enclosed(right)} ${equal ? "==" : "!="} null`, BOOLEAN);
    if (comparable(left, right)) {
      return operation(`${enclosed(left)} ${equal ? "===" : "!=="} ${enclosed(right)}`, BOOLEAN);
    }
    const text = this.helper("equals", left.text, right.text);
    return equal ? atom(text, BOOLEAN) : operation(`!${text}`, BOOLEAN);
  }

  #logical(node: NodeOf<"AndExpression"> | NodeOf<"OrExpression">, current: Code): Code {
    const left = this.value(node.left, current);
    const right = this.value(node.right, current);
    const and = node.type === "AndExpression";
    const type = unify([left.type, right.type]);
    const optional = and ? left.optional || right.optional : right.optional;
    const sign = and ? "&&" : "||";
    // JavaScript agrees with JMESPath on what is true of booleans and strings alone.
    const native = [left, right].every(
      (side) =>
        side.type.kind === "boolean" ||
        (side.type.kind === "string" && side.type.form === undefined),
    );
    if (native && left.type.kind === right.type.kind) {
      return operation(`${enclosed(left)} ${sign} ${enclosed(right)}`, type, optional);
    }
    const text = this.helper(
      and ? "and" : "or",
      this.plain(left).text,
      `() => ${arrowBody(this.plain(right).text)}`,
    );
    return atom(text, plainType(type), optional || and);
  }
}

/** Names of the runtime's functions, which no variable may hide. */
const HELPERS = new Set(
  (
    "allStringEquals and anyStringEquals asArray asComparable asComparables asNumber asNumbers asObject asString " +
    "asStrings attempt avg compare contains element elements entry equals field isTruthy keys length max maxBy " +
    "memberValues min minBy or plain present reverse slice sort sortBy sum toArray toNumber toText typeName values " +
    "when withoutMetadata checkExceptions createWaiter"
  ).split(" "),
);

/** What an item of that list may be called; what is filtered is called as before. */
const itemName = (list: string): string => {
  const [, name = "item"] =
    /^(?:[\w$]+\??\.)*?([A-Za-z]\w*)(?:\??\.(?:filter|slice)\(.*)?$/.exec(list) ?? [];
  return camelCase(singular(name));
};

const group = (condition: string): string =>
  /^!*[\w$.?]+(\([^()]*\))?$/.test(condition) ? condition : `(${condition})`;

/** No comparison holds for NaN, as none does for null. */
const numberOrNot = (code: Code): string =>
  code.optional ? `(${code.text} ?? NaN)` : enclosed(code);

/** Whether `===` can compare the two, for JavaScript and for TypeScript. */
const comparable = (left: Code, right: Code): boolean => {
  const [a, b] = [left.type, right.type];
  if (a.kind !== b.kind || (left.optional && right.optional)) return false;
  if (a.kind === "boolean") return true;
  if (a.kind !== "string" && a.kind !== "number") return false;
  if (b.kind !== "string" && b.kind !== "number") return false;
  return fits(a.values, right) && fits(b.values, left);
};

/** Whether TypeScript sees that a value may be one of an enum. */
const fits = (values: readonly unknown[] | undefined, other: Code): boolean => {
  if (values === undefined) return true;
  if (!/^["\d-]/.test(other.text))
    return other.type.kind === "string" || other.type.kind === "number"
      ? other.type.values === undefined
      : false;
  return values.includes(JSON.parse(other.text));
};
