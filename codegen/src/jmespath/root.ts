import type { Model, ShapeId } from "../model/model.js";
import { entry, name as variable, object } from "../typescript/tree.js";
import { type Code, codeOf } from "./code.js";
import { type Type, typeOfShape } from "./type.js";

/** What an expression looks at: one shape, or both sides of an operation. */
export type Root = ShapeId | { readonly input: ShapeId; readonly output: ShapeId };

/**
 * What an expression begins with.
 *
 * @param name - The variable that holds the value, where the root is one shape.
 */
export const rootOf = (model: Model, root: Root, name = "output"): Code => {
  if (typeof root === "string") {
    const type = typeOfShape(model, root);
    return codeOf(variable(name), name === "output" ? withMetadata(type) : type);
  }
  const members = new Map([
    ["input", { type: () => typeOfShape(model, root.input), optional: false }],
    ["output", { type: () => withMetadata(typeOfShape(model, root.output)), optional: false }],
  ]);
  const parts = { input: variable("input"), output: variable("output") };
  const pair = object([entry("input", parts.input), entry("output", parts.output)]);
  const type: Type = { kind: "object", name: "the pair of input and output", members };
  return { ...codeOf(pair, type), parts };
};

const withMetadata = (type: Type): Type =>
  type.kind === "object" ? { ...type, hasMetadata: true } : type;
