/** A character as it stands in an expression in Unicode mode. */
export const characterSource = (character: string): string => {
  if (/[$()*+./?[\\\]^{|}]/.test(character)) return `\\${character}`;
  return visible(character);
};

/** A character as it stands in a class in Unicode mode. */
export const memberSource = (character: string): string => {
  if (/[-[\\\]^]/.test(character)) return `\\${character}`;
  return visible(character);
};

const NAMES: Readonly<Record<string, string>> = {
  "\t": "\\t",
  "\n": "\\n",
  "\v": "\\v",
  "\f": "\\f",
  "\r": "\\r",
};

/** What cannot be seen is written as its number. */
const visible = (character: string): string => {
  const name = NAMES[character];
  if (name !== undefined) return name;
  if (!/[\p{C}\p{Z}]/u.test(character) || character === " ") return character;
  const number = (character.codePointAt(0) ?? 0).toString(16);
  if (number.length <= 2) return `\\x${number.padStart(2, "0")}`;
  return number.length <= 4 ? `\\u${number.padStart(4, "0")}` : `\\u{${number}}`;
};

/** The same letter in the other case, as Java takes it where case is ignored: of ASCII alone. */
export const otherCase = (character: string): string | undefined => {
  if (/^[a-z]$/.test(character)) return character.toUpperCase();
  return /^[A-Z]$/.test(character) ? character.toLowerCase() : undefined;
};
