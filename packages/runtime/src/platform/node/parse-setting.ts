/** Reads a setting's text, or throws an error that tells where it stands and what is expected. */
export type ParseSetting<T> = (value: string, where: string) => T;

/** Any text. */
export const text: ParseSetting<string> = (value) => value;

/** `true` or `false`. */
export const booleanText: ParseSetting<boolean> = (value, where) => {
  if (value !== "true" && value !== "false") throw unexpected(where, value, "true or false");

  return value === "true";
};

/** 1, 2, … */
export const wholeNumber: ParseSetting<number> = (value, where) => {
  if (!/^[1-9]\d*$/.test(value)) throw unexpected(where, value, "a whole number, 1 or more");

  return Number(value);
};

/** A retry mode; `legacy`, which other SDKs know, is `standard` here. */
export const retryModeText: ParseSetting<string> = (value, where) => {
  const mode = value.toLowerCase();
  if (mode !== "standard" && mode !== "adaptive" && mode !== "legacy")
    throw unexpected(where, value, "standard or adaptive");

  return mode;
};

const unexpected = (where: string, found: string, expected: string): Error =>
  new Error(`${where}: found ${JSON.stringify(found)}, expected ${expected}.`);
