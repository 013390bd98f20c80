import { quoteHeader, splitHeader } from "@smithy/core/serde";
import type { HeaderBag } from "@smithy/types";

/** A list in one header; items with commas or quotes are quoted. */
export const writeListHeader = (values: readonly (string | number | bigint | boolean)[]): string =>
  values.map((value) => quoteHeader(String(value))).join(", ");

/** The items of a list header. */
export const readListHeader = (value: string): string[] => splitHeader(value);

/** `true` or `false`, in whatever case. */
export const readBooleanHeader = (value: string): boolean => value.toLowerCase() === "true";

/** Adds a header for each entry, its name after the prefix. */
export const writePrefixHeaders = (
  headers: HeaderBag,
  prefix: string,
  values: Readonly<Record<string, string | null | undefined>>,
): void => {
  for (const [name, value] of Object.entries(values))
    if (value != null) headers[(prefix + name).toLowerCase()] = value;
};

/** The headers that begin with the prefix, by the rest of their names. */
export const readPrefixHeaders = (headers: HeaderBag, prefix: string): Record<string, string> => {
  const start = prefix.toLowerCase();
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (name.startsWith(start)) values[name.slice(start.length)] = value;

  return values;
};
