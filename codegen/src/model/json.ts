import type { Json } from "./model.js";

/** A JSON object. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether the JSON value is an object. */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The property as the JSON has it: `constructor` is there only if the file says so. */
export const property = (value: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(value, name) ? value[name] : undefined;

/** Whether lists and objects stand in one another more often than that. */
export const isDeeperThan = (value: Json, limit: number): boolean => {
  let level: Json[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((item) =>
      typeof item === "object" && item !== null ? Object.values(item as JsonObject) : [],
    );
  }
  return false;
};

/** A JSON value in a message: short ones as they are, others by their kind. */
export const describeJson = (value: Json | undefined): string => {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return quoteJson(value);
};

/** A single value as JSON, cut where it is long. */
export const quoteJson = (value: string | number | boolean | null): string => {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…"` : text;
};
