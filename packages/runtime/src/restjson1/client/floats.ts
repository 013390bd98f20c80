/** A number for JSON, which has no `NaN` and no infinities: those are text. */
export const writeFloat = (value: number): number | string =>
  Number.isFinite(value) ? value : String(value);

/** A number from JSON, `"NaN"`, `"Infinity"` and `"-Infinity"` included. */
export const readFloat = (value: unknown): number =>
  typeof value === "number" ? value : Number(value);
