import { createRequire } from "node:module";
import type * as typescript from "typescript-5.9";

// TypeScript 7 has no compiler API yet.
const ts = createRequire(import.meta.url)("typescript-5.9") as typeof typescript;

/** What no template says: where one of these is an identifier, text of the model has become code. */
const OF_TEXTS = new Set(["PWNED", "globalThis", "script", "sourceMappingURL"]);

/**
 * What the code of a file has of the hostile texts: identifiers outside of strings and comments, and
 * strings that would end a script element that the code stands in.
 */
export const codeIn = (source: string): string[] => {
  const found: string[] = [];
  const file = ts.createSourceFile("file.ts", source, ts.ScriptTarget.ES2022);
  const visit = (node: typescript.Node): void => {
    if (ts.isIdentifier(node) && OF_TEXTS.has(node.text)) found.push(node.text);
    if (ts.isStringLiteralLike(node) && node.getText(file).includes("</script"))
      found.push(node.getText(file));

    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};
