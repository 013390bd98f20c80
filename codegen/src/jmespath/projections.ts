import {
  type Expression,
  arrow,
  array,
  binary,
  call,
  isPresent,
  local,
} from "../typescript/tree.js";
import { runtime } from "../typescript/runtime.js";
import { asList } from "./access.js";
import {
  type Code,
  chained,
  codeOf,
  functionOf,
  isOperation,
  itemFunction,
  methodOf,
  nothing,
} from "./code.js";
import type { Compiler } from "./compiler.js";
import { type Notes, problem } from "./notes.js";
import type { Node, NodeOf } from "./syntax.js";
import { ANY, BOOLEAN, NULL, type Type, arrayOf, describe, unify } from "./type.js";
import { withoutMetadata } from "./values.js";

type ProjectionNode = NodeOf<"Projection"> | NodeOf<"FilterProjection"> | NodeOf<"ValueProjection">;

/** `left[*].right`, `left[?condition].right`, `left.*.right`. */
export const compileProjection = (
  compiler: Compiler,
  node: ProjectionNode,
  current: Code,
  flat = false,
): Code => project(compiler, projected(compiler, node, current), node.right, flat);

/** The list that a projection goes through. */
const projected = (compiler: Compiler, node: ProjectionNode, current: Code): Code => {
  const left = compiler.value(node.left, current);
  switch (node.type) {
    case "FilterProjection":
      return filtered(compiler, asList(compiler.notes, left, "filter"), node.condition);
    case "ValueProjection":
      return memberValues(compiler.notes, left);
    default:
      return asList(compiler.notes, left, "projection");
  }
};

const filtered = ({ condition }: Compiler, list: Code, test: Node): Code => {
  if (list.type.kind !== "array") return list;
  const { expression } = itemFunction(list, (item) => codeOf(condition(test, item), BOOLEAN));
  return chained(list, methodOf(list, "filter", expression), list.type);
};

const memberValues = (notes: Notes, code: Code): Code => {
  const { type, optional } = code;
  const valuesOf = (of: Code, item: Type, mayBeMissing: boolean) =>
    codeOf(call(runtime.jmespath.memberValues, of.expression), arrayOf(item), mayBeMissing);
  switch (type.kind) {
    case "null":
      return code;
    case "any":
      return valuesOf(code, ANY, true);
    case "map":
      return valuesOf(code, type.value, optional);
    case "object": {
      const item = unify([...type.members.values()].map((field) => field.type()));
      return valuesOf(withoutMetadata(code), item, optional);
    }
    default:
      return problem(notes, `wildcard of ${describe(type)}, which is no object`);
  }
};

/** The right side for each item, without what comes to null. */
const project = ({ value }: Compiler, list: Code, right: Node, flat: boolean): Code => {
  if (list.type.kind !== "array") {
    // What the right side says is looked at all the same.
    value(right, nothing(list.type.kind === "null" ? NULL : ANY));
    return list;
  }
  const { expression, variable, body } = itemFunction(list, (item) => value(right, item));
  const isIdentity = body.expression.kind === "local" && body.expression.local === variable;
  const isScalar = body.type.kind !== "array" && body.type.kind !== "any";
  const orNone = functionOf(variable, binary(body.expression, "??", array([])));
  if (flat && !isScalar) {
    const { item, itemOptional } =
      body.type.kind === "array" ? body.type : { item: ANY, itemOptional: true };
    const items =
      isIdentity && !body.optional
        ? methodOf(list, "flat")
        : methodOf(list, "flatMap", body.optional ? orNone : expression);
    return chained(list, items, arrayOf(item, itemOptional));
  }
  const result = (of: Expression) => chained(list, of, arrayOf(body.type));
  const mapped = result(methodOf(list, "map", expression));
  if (!body.optional) return isIdentity ? list : mapped;
  if (isIdentity) return result(methodOf(list, "filter", itemIsPresent()));
  return isScalar && !isOperation(body.expression)
    ? result(methodOf(list, "flatMap", orNone))
    : result(methodOf(mapped, "filter", itemIsPresent()));
};

const itemIsPresent = (): Expression => {
  const item = { hint: "item" };
  return arrow([item], isPresent(local(item)));
};

/** `child[]`: items that are lists give way to their own items. */
export const compileFlatten = (
  compiler: Compiler,
  { child }: NodeOf<"Flatten">,
  current: Code,
): Code => {
  switch (child.type) {
    case "Projection":
    case "FilterProjection":
    case "ValueProjection":
      return compileProjection(compiler, child, current, true);
    default:
      return flattened(asList(compiler.notes, compiler.value(child, current), "flatten"));
  }
};

const flattened = (list: Code): Code => {
  if (list.type.kind !== "array") return list;
  const { item, itemOptional } = list.type;
  if (item.kind !== "array" && item.kind !== "any") return list;
  const type =
    item.kind === "array"
      ? arrayOf(item.item, item.itemOptional || itemOptional)
      : arrayOf(ANY, true);
  return chained(list, methodOf(list, "flat"), type);
};
