import { isObject } from "../model/json.js";
import type { Json } from "../model/model.js";

/** The least and the most that a `length` or `range` lets through; what it does not say is absent. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** The value of a `length` or `range` trait. Bounds of big numbers may be written as text. */
export const boundsOf = (trait: Json | undefined): Bounds | undefined => {
  if (!isObject(trait)) return undefined;
  const bounds = Object.entries(trait).filter(([name]) => name === "min" || name === "max");
  return Object.fromEntries(bounds.map(([name, value]) => [name, Number(value)]));
};
