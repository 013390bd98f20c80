import { hasOwn } from "@smithy/core/transport";
import type { QueryParameterBag } from "@smithy/types";

/** Adds the entries of a map to the query; parameters that are there already win. */
export const addQueryParams = (
  query: QueryParameterBag,
  values: Readonly<Record<string, string | readonly string[] | null | undefined>>,
): void => {
  for (const [name, value] of Object.entries(values)) {
    if (value != null && !hasOwn(query, name))
      query[name] = typeof value === "string" ? value : [...value];
  }
};
