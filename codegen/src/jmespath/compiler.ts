import type { Expression } from "../typescript/tree.js";
import type { Code } from "./code.js";
import type { Notes } from "./notes.js";
import type { Node } from "./syntax.js";

/** Turns the nodes of one expression into TypeScript, and notes what in them does not fit the model. */
export interface Compiler {
  readonly notes: Notes;
  /** The node's value, seen from the current one. */
  readonly value: (node: Node, current: Code) => Code;
  /**
   * Whether the node's value counts as true.
   *
   * @param decides - Whether failing and being false are the same here, as they are for the whole of a
   *   matcher: then what may be missing needs no special care.
   */
  readonly condition: (node: Node, current: Code, decides?: boolean) => Expression;
}
