import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as typescript from "typescript-5.9";
import { describe, expect, it } from "vitest";

// TypeScript 7 has no compiler API yet.
const ts = createRequire(import.meta.url)("typescript-5.9") as typeof typescript;

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** What a package's package.json says of an entry. */
type Conditions = string | { readonly [condition: string]: Conditions };

/** The declarations of an entry, whichever module system asks: the first that is named. */
const declarationsOf = (entry: Conditions): string | undefined => {
  if (typeof entry === "string") return entry.endsWith(".d.ts") ? entry : undefined;
  const ways = Object.values(entry).map(declarationsOf);
  return ways.find((found) => found !== undefined);
};

/** Entries for generated code alone. */
const INTERNAL = new Set(["./internal", "./symbols"]);

/** The declarations of every entry that the packages publish, as their package.json has them. */
const ENTRIES = ["runtime", "client", "paginators", "waiters", "mock", "simulator"]
  .map((name) => `packages/${name}`)
  .concat("codegen")
  .flatMap((folder) => {
    const { exports } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
      exports: Record<string, Conditions>;
    };
    return Object.entries(exports)
      .filter(([entry]) => !INTERNAL.has(entry))
      .map(([, conditions]) => declarationsOf(conditions))
      .filter((path) => path !== undefined)
      .map((path) => join(folder, path));
  });

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
    if (!module) throw new Error("It has no exports.");
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
