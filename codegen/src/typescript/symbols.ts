/** What a file imports, or declares where it is the file's own. It may stand in expressions and in types. */
export interface ImportSymbol {
  readonly kind: "symbol";
  readonly name: string;
  readonly from: Module;
}

/** Where a symbol is declared. */
export type Module =
  /** A package: `@smithy/types`. */
  | { readonly package: string }
  /** A generated file, and the index that other folders take it from. */
  | { readonly file: string; readonly index?: string };

const symbol = (name: string, from: Module): ImportSymbol => ({
  kind: "symbol",
  name,
  from,
});

/** A symbol of a generated file. */
export const symbolOf = (name: string, file: string, index?: string): ImportSymbol =>
  symbol(name, { file, ...(index !== undefined && { index }) });

/** A symbol of a package. */
export const imported = (name: string, from: string): ImportSymbol =>
  symbol(name, { package: from });
