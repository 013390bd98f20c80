import { PatternFault, type PatternNode } from "./tree.js";

/** The source of an expression for JavaScript, in Unicode mode. */
export const writePattern = (pattern: PatternNode): string => {
  let captures = 0;
  /** Numbers that groups have in what is written, by those that they had. */
  const numbers = new Map<number, number>();

  const write = (node: PatternNode): string => {
    switch (node.kind) {
      case "source":
        return node.source;
      case "sequence":
        return node.items.map(write).join("");
      case "choice":
        return node.items.map(write).join("|");
      case "group":
        return `${node.open}${write(node.item)})`;
      case "capture": {
        const number = ++captures;
        const item = write(node.item);
        // Only now: nothing within the group can refer to it.
        numbers.set(node.number, number);
        return `(${node.name === undefined ? "" : `?<${node.name}>`}${item})`;
      }
      case "atomic": {
        // What is looked at ahead is never looked at again.
        const number = ++captures;
        return `(?:(?=(${write(node.item)}))\\${number})`;
      }
      case "repeat":
        return write(node.item) + node.quantifier;
      case "reference": {
        const number = numbers.get(node.number);
        if (number === undefined)
          throw new PatternFault(`group ${node.number} does not stand before what refers to it`);

        return `(?:\\${number})`;
      }
    }
  };
  return write(pattern);
};
