import {
  type Condition,
  type Expression as RuleExpression,
  type RuleSet,
  isCall,
  isReference,
} from "../facts/endpoints/rule-set.js";
import {
  type Expression,
  UNDEFINED,
  array,
  element,
  literal,
  member,
  method,
  template,
} from "../typescript/tree.js";
import { FUNCTIONS } from "./functions.js";
import { type Value, type ValueType, describeType, valueOf } from "./value.js";

/** Variables in sight, with what is known of them at this point. */
export type Scope = ReadonlyMap<string, Value>;

/** What is found out about a rule set while it is compiled. */
export interface Notes {
  readonly ruleSet: RuleSet;
  /** What cannot be carried, in words that name it. */
  readonly problems: Set<string>;
  /** The parameters that are looked at. */
  readonly used: Set<string>;
}

/** A value that has to be text. */
export const compileText = (notes: Notes, expression: RuleExpression, scope: Scope): Expression => {
  const value = compileExpression(notes, expression, scope);
  expect(notes, value, "string", "the result");
  return value.expression;
};

export const compileExpression = (
  notes: Notes,
  expression: RuleExpression,
  scope: Scope,
): Value => {
  if (typeof expression === "string") return compileTemplate(notes, expression, scope);
  if (typeof expression === "boolean") return valueOf(literal(expression), "boolean");
  if (typeof expression === "number") return valueOf(literal(expression), "integer");
  if (isReference(expression)) return compileReference(notes, expression.ref, scope);
  if (isCall(expression)) return compileCall(notes, expression, scope);
  const items = (expression as readonly RuleExpression[]).map((item) =>
    compileText(notes, item, scope),
  );
  return valueOf(array(items), "strings");
};

const compileReference = (
  { ruleSet, problems, used }: Notes,
  name: string,
  scope: Scope,
): Value => {
  const value = scope.get(name);
  if (value) {
    if (Object.hasOwn(ruleSet.parameters, name)) used.add(name);
    return value;
  }
  problems.add(`reference to ${name}, which is neither a parameter nor assigned before`);
  return valueOf(UNDEFINED, "string", true);
};

export const compileCall = (
  notes: Notes,
  { fn, argv }: Pick<Condition, "fn" | "argv">,
  scope: Scope,
): Value => {
  if (fn === "getAttr") {
    const [of = "", path] = argv;
    return compileAttribute(notes, compileExpression(notes, of, scope), String(path), calledOf(of));
  }
  const definition = Object.hasOwn(FUNCTIONS, fn) ? FUNCTIONS[fn] : undefined;
  if (!definition) {
    notes.problems.add(`function ${fn} is not supported`);
    return valueOf(UNDEFINED, "boolean");
  }
  const {
    parameters,
    required = parameters.length,
    variadic = false,
    takesNothing = false,
  } = definition;
  if (argv.length < required || (!variadic && argv.length > parameters.length)) {
    notes.problems.add(`function ${fn} takes ${required} arguments, found: ${argv.length}`);
    return valueOf(UNDEFINED, "boolean");
  }
  const values = argv.map((argument, index) => {
    const value = compileExpression(notes, argument, scope);
    const type = parameters[Math.min(index, parameters.length - 1)] ?? "any";
    expect(notes, value, type, `argument ${index + 1} of ${fn}`, takesNothing);
    return value;
  });
  return definition.write(...values);
};

/** Notes where a value is not of the right type, or may be missing. */
const expect = (
  { problems }: Notes,
  value: Value,
  type: ValueType | "any",
  place: string,
  takesNothing = false,
): void => {
  if (type !== "any" && value.type !== type) {
    problems.add(
      `expected ${place} to be a ${describeType(type)}, found: ${describeType(value.type)}`,
    );
  }
  if (value.optional && !takesNothing)
    problems.add(`${place} may be missing: it is not checked by isSet before`);
};

/** `scheme`, `resourceId[0]`, `[1]`. */
const compileAttribute = ({ problems }: Notes, of: Value, path: string, called: string): Value => {
  let value = of;
  for (const [, key = "", index] of path.matchAll(/([^.[\]]+)|\[(-?\d+)\]/g)) {
    const { expression, type, optional } = value;
    if (index !== undefined) {
      if (type !== "strings")
        problems.add(`index ${index} taken of ${describeType(type)} in ${path} of ${called}`);

      value = valueOf(itemOf(expression, Number(index), optional), "string", true);
    } else {
      const known = typeof type === "object" && Object.hasOwn(type, key) ? type[key] : undefined;
      if (known === undefined) problems.add(`attribute ${key} of ${called} is not known`);
      value = valueOf(member(expression, key, optional), known ?? "string", optional);
    }
  }
  return value;
};

/** What messages call an expression. */
const calledOf = (expression: RuleExpression): string => {
  if (typeof expression !== "object") return JSON.stringify(expression);
  if (isReference(expression)) return expression.ref;
  return isCall(expression) ? `${expression.fn}()` : "a list";
};

const itemOf = (list: Expression, index: number, optional: boolean): Expression =>
  index < 0
    ? method(list, "at", [literal(index)], optional)
    : element(list, literal(index), optional);

/** Text with `{name}` and `{name#attribute}`; doubled braces stand for themselves. */
export const compileTemplate = (notes: Notes, text: string, scope: Scope): Value => {
  const parts: (string | Value)[] = [];
  for (const [whole, reference] of text.matchAll(/\{\{|\}\}|\{([^{}]*)\}|[^{}]+|[{}]/g)) {
    if (reference === undefined) {
      parts.push(whole === "{{" ? "{" : whole === "}}" ? "}" : whole);
      continue;
    }
    const [name = "", attribute] = reference.split("#");
    const base = compileReference(notes, name, scope);
    const value = attribute === undefined ? base : compileAttribute(notes, base, attribute, name);
    expect(notes, value, "string", `{${reference}}`);
    parts.push(value);
  }
  const [first] = parts;
  if (parts.length === 1 && typeof first === "object") return first;
  const texts = parts.filter((part) => typeof part === "string");
  return valueOf(
    texts.length === parts.length
      ? literal(texts.join(""))
      : template(parts.map((part) => (typeof part === "string" ? part : part.expression))),
    "string",
  );
};
