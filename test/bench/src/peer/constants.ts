/**
 * The string constants at the top of the published schema files: `const _LUR = "ListUsersRequest";`.
 * Names repeat a lot in schemas, and a minifier shortens a constant but not a string.
 */
export class Constants {
  readonly #names = new Map<string, string>();
  // These two the schema file declares itself.
  readonly #taken = new Set(["_s", "_s_registry"]);

  /** The identifier that holds the text. */
  of(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = candidates(text).find((candidate) => !this.#taken.has(candidate));
    if (name === undefined) throw new Error(`No constant left for ${text}.`);
    this.#taken.add(name);
    this.#names.set(text, name);
    return name;
  }

  /** The declarations of all that were asked for. */
  declarations(): string {
    return [...this.#names]
      .sort(([, a], [, b]) => (a < b ? -1 : 1))
      .map(([text, name]) => `const ${name} = ${JSON.stringify(text)};`)
      .join("\n");
  }
}

/** The initials of the words, then with ever more letters of the last word, then with numbers. */
const candidates = (text: string): string[] => {
  const words = text.match(/[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])/g) ?? [text];
  const initials = words.map((word) => word[0]).join("");
  const rest = (words.at(-1) ?? "").slice(1);
  return [
    ...Array.from({ length: rest.length + 1 }, (_, n) => `_${initials}${rest.slice(0, n)}`),
    ...Array.from({ length: 1000 }, (_, n) => `_${initials}_${n}`),
  ];
};
