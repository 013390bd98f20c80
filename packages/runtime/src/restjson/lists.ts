/** A list for JSON: each item written, empty ones left out. */
export function writeJsonList<T>(
  values: readonly (T | null | undefined)[],
  write: (value: T) => unknown,
): unknown[] {
  const list: unknown[] = [];
  for (const value of values) {
    if (value != null) {
      list.push(write(value));
    }
  }
  return list;
}

/** A sparse list for JSON: each item written, empty ones as `null`. */
export function writeSparseJsonList<T>(
  values: readonly (T | null | undefined)[],
  write: (value: T) => unknown,
): unknown[] {
  return values.map((value) => (value == null ? null : write(value)));
}

/** A list from JSON, in place: each item read, `null` left out. */
export function readJsonList<T>(json: unknown, read?: (item: never) => T): T[] {
  if (!Array.isArray(json)) {
    return json as T[];
  }
  const list = json.includes(null) ? json.filter((item) => item !== null) : json;
  return read ? readItems(list, read) : list;
}

/** A sparse list from JSON, in place: each item read, `null` kept. */
export function readSparseJsonList<T>(json: unknown, read: (item: never) => T): (T | null)[] {
  return Array.isArray(json) ? readItems(json, read) : (json as T[]);
}

function readItems<T>(list: unknown[], read: (item: never) => T): T[] {
  for (let index = 0; index < list.length; index++) {
    if (list[index] !== null) {
      list[index] = read(list[index] as never);
    }
  }
  return list as T[];
}
