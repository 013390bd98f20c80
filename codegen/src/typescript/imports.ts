import { posix } from "node:path";
import type { ImportSymbol, Module } from "./symbols.js";
import { textLiteral } from "./names.js";

/** Gathers what a file imports while it is printed: what is never printed is never imported. */
export interface Imports {
  /** The name that a value has in the file. */
  readonly value: (symbol: ImportSymbol) => string;
  /** The name that a symbol has where only its type is used. */
  readonly type: (symbol: ImportSymbol) => string;
  /** The import statements. */
  readonly text: () => string;
}

interface Entry {
  readonly name: string;
  /** What the file calls it. */
  readonly local: string;
  isValue: boolean;
}

/**
 * Makes the imports of one file.
 *
 * @param path - The file's own path in the output folder.
 * @param scope - The npm scope of the generated packages.
 * @param declared - Names that the file gives to things of its own.
 */
export const createImports = (
  path: string,
  scope: string,
  declared: ReadonlySet<string>,
): Imports => {
  const modules = new Map<string, Map<string, Entry>>();
  const taken = new Set<string>();

  const specifiers = new Map<string, string | undefined>();

  const specifierFor = (module: Module): string | undefined => {
    if ("package" in module) return module.package;
    if (!specifiers.has(module.file)) specifiers.set(module.file, specifierOf(module, path, scope));
    return specifiers.get(module.file);
  };

  const use = ({ name, from }: ImportSymbol, isValue: boolean): string => {
    const specifier = specifierFor(from);
    if (specifier === undefined) return name;
    let entries = modules.get(specifier);
    if (!entries) modules.set(specifier, (entries = new Map()));
    let found = entries.get(name);
    if (!found) {
      let local = name;
      while (taken.has(local) || declared.has(local)) local = `_${local}`;
      taken.add(local);
      entries.set(name, (found = { name, local, isValue }));
    }
    found.isValue ||= isValue;
    return found.local;
  };

  return {
    value: (symbol) => use(symbol, true),
    type: (symbol) => use(symbol, false),
    text: () =>
      [...modules]
        .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
        .map(([specifier, entries]) => statement(specifier, [...entries.values()]))
        .join(""),
  };
};

/** Packages first, then own files from far to near. */
const rank = (specifier: string): number =>
  specifier.startsWith("../") ? 1 : specifier.startsWith("./") ? 2 : 0;

const statement = (specifier: string, entries: readonly Entry[]): string => {
  const typesOnly = entries.every(({ isValue }) => !isValue);
  const names = [...entries]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, local, isValue }) => {
      const type = isValue || typesOnly ? "" : "type ";
      return `${type}${name}${local === name ? "" : ` as ${local}`}`;
    });
  return `import ${typesOnly ? "type " : ""}{ ${names.join(", ")} } from ${textLiteral(specifier)};\n`;
};

/** How a file names another one; undefined where it is the file itself. */
const specifierOf = (
  module: Extract<Module, { file: string }>,
  path: string,
  scope: string,
): string | undefined => {
  if (module.file === path) return undefined;
  const owner = packageOf(module.file);
  if (owner !== packageOf(path)) return `${scope}/${owner}`;
  const folder = posix.dirname(path);
  const isNear = posix.dirname(module.file) === folder;
  const target = isNear ? module.file : (module.index ?? module.file);
  const relative = posix.relative(folder, target).replace(/\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
};

/** The package that a generated file belongs to: the first folder of its path. */
const packageOf = (path: string): string => path.slice(0, path.indexOf("/"));
