import { isInherited } from "../typescript/names.js";
import {
  UNDEFINED,
  array,
  binary,
  call,
  entry,
  literal,
  local,
  object,
} from "../typescript/tree.js";
import { runtime } from "../typescript/runtime.js";
import {
  type Code,
  chained,
  codeOf,
  elementOf,
  functionOf,
  isPath,
  itemName,
  memberOf,
  methodOf,
  nothing,
  withValue,
} from "./code.js";
import type { Compiler } from "./compiler.js";
import { type Notes, problem, watched } from "./notes.js";
import type { NodeOf } from "./syntax.js";
import { ANY, type Field, NULL, arrayOf, describe, unify } from "./type.js";

/** A member of an object, or the entry of a map. */
export const compileField = (notes: Notes, current: Code, name: string): Code => {
  const { expression, type } = current;
  switch (type.kind) {
    case "object": {
      const member = type.members.get(name);
      if (!member) {
        problem(notes, `${type.name} has no member ${name}`);
        return nothing(NULL);
      }
      const part = current.parts?.[name];
      if (part) return codeOf(part, member.type(), member.optional);
      return member.optional
        ? codeOf(memberOf(current, name), member.type(), true)
        : chained(current, memberOf(current, name), member.type());
    }
    case "map": {
      const value = isInherited(name)
        ? call(runtime.jmespath.entry, expression, literal(name))
        : memberOf(current, name);
      return codeOf(value, type.value, true);
    }
    case "any":
      return codeOf(call(runtime.jmespath.field, expression, literal(name)), ANY, true);
    case "null":
      return current;
    default:
      return problem(notes, `member ${name} is taken of ${describe(type)}`);
  }
};

export const compileIndex = (notes: Notes, current: Code, index: number): Code => {
  const { expression, type } = current;
  switch (type.kind) {
    case "array":
      return codeOf(elementOf(current, index), type.item, true);
    case "any":
      return codeOf(call(runtime.jmespath.element, expression, literal(index)), ANY, true);
    case "null":
      return current;
    default:
      return problem(notes, `element ${index} is taken of ${describe(type)}`);
  }
};

export const compileSlice = (
  { notes }: Compiler,
  { start, stop, step }: NodeOf<"Slice">,
  current: Code,
): Code => {
  if (step === 0) return problem(notes, "the step of a slice cannot be 0");
  const list = asList(notes, current, "slice");
  if (list.type.kind !== "array") return list;
  if (step === null || step === 1) {
    const bounds = [start ?? 0, ...(stop === null ? [] : [stop])].map((bound) => literal(bound));
    return chained(list, methodOf(list, "slice", ...bounds), list.type);
  }
  const bounds = [start, stop, step].map((bound) => (bound === null ? UNDEFINED : literal(bound)));
  return whenPresent(notes, list, (items) =>
    codeOf(call(runtime.jmespath.slice, items.expression, ...bounds), items.type),
  );
};

/** The value as a list to go through. */
export const asList = (notes: Notes, code: Code, doing: string): Code => {
  switch (code.type.kind) {
    case "array":
    case "null":
      return code;
    case "any":
      return codeOf(call(runtime.jmespath.elements, code.expression), arrayOf(ANY, true), true);
    default:
      return problem(notes, `${doing} of ${describe(code.type)}, which is no array`);
  }
};

export const compileSubexpression = (
  { notes, value }: Compiler,
  node: NodeOf<"Subexpression">,
  current: Code,
): Code => {
  const left = value(node.left, current);
  // A member of nothing is nothing; so is everything else of it.
  return node.right.type === "Field"
    ? value(node.right, left)
    : whenPresent(notes, left, (found) => value(node.right, found));
};

/** The right side sees the left value, even if it is null. */
export const compilePipe = (
  { notes, value }: Compiler,
  node: NodeOf<"Pipe">,
  current: Code,
): Code => {
  const { made: left, throws } = watched(notes, () => value(node.left, current));
  if (standsForItself(left) || left.type.kind === "null") return value(node.right, left);
  const variable = { hint: "value" };
  const right = value(node.right, codeOf(local(variable), left.type, left.optional));
  return withValue(variable, left.expression, right, throws);
};

/** Goes on with a value where there is one, and is nothing where there is none. */
const whenPresent = (notes: Notes, code: Code, next: (found: Code) => Code): Code => {
  if (code.type.kind === "null") return code;
  if (!code.optional && standsForItself(code)) return next(code);
  const variable = { hint: itemName(code.expression) };
  const result = next({ ...codeOf(local(variable), code.type), optional: false });
  if (code.optional) {
    const then = functionOf(variable, result.expression);
    return codeOf(call(runtime.jmespath.when, code.expression, then), result.type, true);
  }
  return withValue(variable, code.expression, result, notes.throws);
};

const standsForItself = ({ expression, parts }: Code): boolean =>
  isPath(expression) || parts !== undefined;

/** `[a, b]` and `{x: a, y: b}`, of a value that is there. */
export const compileMultiSelect = (
  compiler: Compiler,
  node: NodeOf<"MultiSelectList"> | NodeOf<"MultiSelectHash">,
  current: Code,
): Code =>
  whenPresent(compiler.notes, current, (found) =>
    node.type === "MultiSelectList"
      ? selectList(compiler, node, found)
      : selectHash(compiler, node, found),
  );

const selectList = (
  { value }: Compiler,
  { children }: NodeOf<"MultiSelectList">,
  current: Code,
): Code => {
  const items = children.map((child) => value(child, current));
  const item = unify(items.map(({ type }) => type));
  const itemOptional = items.some(({ optional }) => optional);
  return codeOf(array(items.map(({ expression }) => expression)), arrayOf(item, itemOptional));
};

const selectHash = (
  { value }: Compiler,
  { children }: NodeOf<"MultiSelectHash">,
  current: Code,
): Code => {
  const members = new Map<string, Field>();
  const entries = children.map(({ name, value: node }) => {
    const { expression, type, optional } = value(node, current);
    members.set(name, { type: () => type, optional });
    // A member that comes to nothing is a member all the same.
    return entry(name, optional ? binary(expression, "??", literal(null)) : expression);
  });
  return codeOf(object(entries), { kind: "object", name: "multi-select", members });
};
