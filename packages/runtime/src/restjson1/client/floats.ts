/** A number for JSON, which has no `NaN` and no infinities: those are text. */
export function writeFloat(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** A number from JSON, `"NaN"`, `"Infinity"` and `"-Infinity"` included. */
export function readFloat(value: unknown): number {
  return typeof value === "number" ? value : Number(value);
}
