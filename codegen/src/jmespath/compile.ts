import { literal } from "../typescript/tree.js";
import type { Json } from "../model/model.js";
import {
  compileField,
  compileIndex,
  compileMultiSelect,
  compilePipe,
  compileSlice,
  compileSubexpression,
} from "./access.js";
import { type Code, codeOf } from "./code.js";
import type { Compiler } from "./compiler.js";
import { callFunction } from "./functions.js";
import { compileComparator, compileCondition, compileLogical, compileNot } from "./logic.js";
import { createNotes, problem } from "./notes.js";
import { compileFlatten, compileProjection } from "./projections.js";
import type { Node } from "./syntax.js";
import { typeOfLiteral } from "./type.js";

/** Makes the compiler of one expression. */
export const createCompiler = (): Compiler => {
  const compiler: Compiler = {
    notes: createNotes(),
    value: (node, current) => compileValue(compiler, node, current),
    condition: (node, current, decides = false) =>
      compileCondition(compiler, node, current, decides),
  };
  return compiler;
};

const compileValue = (compiler: Compiler, node: Node, current: Code): Code => {
  const { notes, value } = compiler;
  switch (node.type) {
    case "Identity":
    case "Current":
      return current;
    case "Field":
      return compileField(notes, current, node.name);
    case "Literal":
      return codeOf(literal(node.value as Json), typeOfLiteral(node.value));
    case "IndexExpression":
      return value(node.right, value(node.left, current));
    case "Index":
      return compileIndex(notes, current, node.value);
    case "Slice":
      return compileSlice(compiler, node, current);
    case "Subexpression":
      return compileSubexpression(compiler, node, current);
    case "Pipe":
      return compilePipe(compiler, node, current);
    case "Projection":
    case "FilterProjection":
    case "ValueProjection":
      return compileProjection(compiler, node, current);
    case "Flatten":
      return compileFlatten(compiler, node, current);
    case "MultiSelectList":
    case "MultiSelectHash":
      return compileMultiSelect(compiler, node, current);
    case "Comparator":
      return compileComparator(compiler, node, current, { isCondition: false, decides: false });
    case "AndExpression":
    case "OrExpression":
      return compileLogical(compiler, node, current);
    case "NotExpression":
      return compileNot(compiler, node, current);
    case "Function":
      return callFunction(compiler, node, current, false);
    case "ExpressionReference":
      return problem(notes, "an expression reference may only be an argument of a function");
    default:
      return problem(notes, `${node.type} is not part of standard JMESPath`);
  }
};
