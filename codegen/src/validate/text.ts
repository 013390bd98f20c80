/** The members as a sentence lists them: `a, b or c`. */
export const orList = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;

/** The shape type with its article. */
export const aType = (type: string): string =>
  /^(?!uni)[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
