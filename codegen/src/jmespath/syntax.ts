import { compile as parseJmespath } from "@jmespath-community/jmespath";

/** What the library parses an expression to. */
export type Node = ReturnType<typeof parseJmespath>;

/** The node of that type. */
export type NodeOf<Type extends Node["type"]> = Matching<Node, Type>;

type Matching<N, Type> = N extends { readonly type: infer T }
  ? Type extends T
    ? N
    : never
  : never;

/** An expression's syntax tree, or what is wrong with the expression. */
export type Parsed = { readonly tree: Node } | { readonly problem: string };

/** Nodes that only the JMESPath Community edition has: other implementations do not know them. */
const EXTENSIONS: Readonly<Partial<Record<Node["type"], string>>> = {
  Arithmetic: "arithmetic",
  Unary: "arithmetic",
  LetExpression: "let",
  Binding: "let",
  Variable: "variables",
  Ternary: "the ternary operator",
  Root: "the root node $",
};

/** Parses a JMESPath expression of the standard edition. */
export const parse = (expression: string): Parsed => {
  let tree: Node;
  try {
    tree = parseJmespath(expression);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const extension = extensionIn(tree);
  return extension === undefined
    ? { tree }
    : { problem: `${extension} is not part of standard JMESPath` };
};

const extensionIn = (value: unknown): string | undefined => {
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = extensionIn(item);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const { type } = value as { type?: unknown };
  if (type === "Literal") return undefined;
  if (typeof type === "string" && Object.hasOwn(EXTENSIONS, type))
    return EXTENSIONS[type as Node["type"]];
  return extensionIn(Object.values(value));
};
