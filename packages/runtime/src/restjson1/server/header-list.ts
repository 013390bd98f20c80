/**
 * Splits the value of a header that holds a list. Items may stand in quotes, with `\"` and `\\` in them.
 * Dates in the HTTP format have a comma of their own.
 */
export const splitHeader = (value: string, items: "text" | "http-date"): string[] => {
  if (value.trim() === "") return [];
  if (items === "http-date") {
    const parts = value.split(",").map((part) => part.trim());
    return Array.from({ length: Math.ceil(parts.length / 2) }, (_, index) =>
      parts.slice(index * 2, index * 2 + 2).join(", "),
    );
  }
  return [...value.matchAll(ITEM)].map(([, quoted, bare = ""]) =>
    quoted === undefined ? bare.trim() : quoted.replaceAll(/\\(.)/g, "$1"),
  );
};

const ITEM = /(?:^|,)(?:\s*"((?:[^"\\]|\\.)*)"\s*(?=,|$)|([^,]*))/g;

/** Joins items as the value of a header; those that could be misread are quoted. */
export const joinHeader = (items: readonly string[]): string =>
  items
    .map((item) => (/[,"]/.test(item) ? `"${item.replaceAll(/["\\]/g, "\\$&")}"` : item))
    .join(", ");
