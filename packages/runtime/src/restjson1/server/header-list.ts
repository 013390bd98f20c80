import { quoteHeader, splitEvery, splitHeader as splitItems } from "@smithy/core/serde";

/**
 * Splits the value of a header that holds a list. Items may stand in quotes, with `\"` and `\\` in them.
 * Dates in the HTTP format have a comma of their own.
 */
export const splitHeader = (value: string, items: "text" | "http-date"): string[] => {
  if (value.trim() === "") return [];
  if (items === "text") return splitItems(value);
  return splitEvery(value, ",", 2).map((date) => date.trim());
};

/** Joins items as the value of a header; those that could be misread are quoted. */
export const joinHeader = (items: readonly string[]): string => items.map(quoteHeader).join(", ");
