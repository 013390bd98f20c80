import type { Model } from "../model/model.js";
import { createCompiler } from "./compile.js";
import { type Root, rootOf } from "./root.js";
import { parse } from "./syntax.js";
import type { Type } from "./type.js";

/** What is known of an expression by the model. */
export interface Checked {
  /** What is wrong with it; absent where nothing is. */
  readonly problem?: string;
  /** The type of its value, such as `string` or `array-of-object`; absent where it does not parse. */
  readonly type?: string;
}

/** Checks that an expression parses, and that it fits the shapes that it looks at. */
export const checkJmespath = (model: Model, root: Root, expression: string): Checked => {
  const parsed = parse(expression);
  if ("problem" in parsed) return { problem: parsed.problem };
  const { value, notes } = createCompiler();
  const { type } = value(parsed.tree, rootOf(model, root));
  const problem = [...notes.problems].join("; ");
  return { ...(problem !== "" && { problem }), type: nameOfType(type) };
};

const nameOfType = (type: Type): string => {
  if (type.kind === "map") return "object";
  return type.kind === "array" && type.item.kind !== "any"
    ? `array-of-${nameOfType(type.item)}`
    : type.kind;
};
