/** An import statement, as templates write it. */
export interface Import {
  readonly from: string;
  /** Sorted; types carry `type `. */
  readonly names: readonly string[];
  /** Whether all of them are types: then the statement itself is. */
  readonly typesOnly: boolean;
}

/** Gathers what a file imports while its plan is made. Asking for a name returns it, so that asking and using are one. */
export class Imports {
  readonly #modules = new Map<string, Map<string, "type" | "value">>();

  /** A value that is used at run time. */
  value(name: string, from: string): string {
    this.#names(from).set(name, "value");
    return name;
  }

  /** A name that is used as a type only. */
  type(name: string, from: string): string {
    const names = this.#names(from);
    if (!names.has(name)) names.set(name, "type");
    return name;
  }

  /** Packages first, then own files from far to near. */
  list(): Import[] {
    const rank = (from: string) => (from.startsWith("../") ? 1 : from.startsWith("./") ? 2 : 0);
    return [...this.#modules]
      .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
      .map(([from, names]) => {
        const typesOnly = [...names.values()].every((kind) => kind === "type");
        return {
          from,
          typesOnly,
          names: [...names]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([name, kind]) => (kind === "type" && !typesOnly ? `type ${name}` : name)),
        };
      });
  }

  #names(from: string): Map<string, "type" | "value"> {
    let names = this.#modules.get(from);
    if (!names) this.#modules.set(from, (names = new Map()));
    return names;
  }
}
