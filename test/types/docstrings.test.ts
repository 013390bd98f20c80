import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as typescript from "typescript-5.9";
import { describe, expect, it } from "vitest";

// TypeScript 7 has no compiler API yet.
const ts = createRequire(import.meta.url)("typescript-5.9") as typeof typescript;

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The declarations of every entry that the packages publish. */
const ENTRIES = [
  ...["client", "paginators", "waiters", "mock", "simulator"].map(
    (name) => `packages/${name}/dist/es/index.d.ts`,
  ),
  "packages/mock/dist/es/operations.d.ts",
  "packages/simulator/dist/es/server.d.ts",
  ...["index.node", "waiter", "paginator", "mock/index", "mock/msw"].map(
    (name) => `packages/runtime/dist/es/${name}.d.ts`,
  ),
  "codegen/dist/index.d.ts",
];

describe("every export says what it is", () => {
  const files = ENTRIES.map((entry) => join(root, entry));
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();

  it.each(ENTRIES)("%s", (entry) => {
    const source = program.getSourceFile(join(root, entry));
    const module = source && checker.getSymbolAtLocation(source);
    expect(module, "has exports").toBeDefined();
    if (!module) return;
    const silent = checker.getExportsOfModule(module).filter((exported) => {
      const symbol =
        exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      // What is handed on from Smithy is documented there.
      if (symbol.declarations?.[0]?.getSourceFile().fileName.includes("node_modules/@smithy"))
        return false;
      return ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim() === "";
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });
});
