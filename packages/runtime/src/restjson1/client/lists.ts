/** A list for JSON: each item written, empty ones left out. */
export const writeJsonList = <T>(
  values: readonly (T | null | undefined)[],
  write?: (value: T) => unknown,
): readonly unknown[] => {
  const list = values.some(isEmpty) ? values.filter((value) => value != null) : values;
  return write ? (list as readonly T[]).map((value) => write(value)) : list;
};

/** A sparse list for JSON: each item written, empty ones as `null`. */
export const writeSparseJsonList = <T>(
  values: readonly (T | null | undefined)[],
  write: (value: T) => unknown,
): unknown[] => values.map((value) => (value == null ? null : write(value)));

/** Reads a list in place: each item as `read` says, or as it is; `null` is dropped. */
export const readJsonList = <T>(json: unknown, read?: (item: never) => T): T[] => {
  const list = json as T[];
  let kept = 0;
  for (const item of list)
    if (item != null) list[kept++] = read === undefined ? item : read(item as never);

  list.length = kept;
  return list;
};

/** Reads a sparse list in place: each item as `read` says, or as it is; `null` stays. */
export const readSparseJsonList = <T>(json: unknown, read?: (item: never) => T): (T | null)[] => {
  const list = json as (T | null)[];
  if (read !== undefined) {
    for (const [index, item] of list.entries())
      list[index] = item == null ? null : read(item as never);
  }
  return list;
};

const isEmpty = (value: unknown) => value == null;
