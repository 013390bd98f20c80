/** A map for JSON: each value written, empty ones left out. */
export function writeJsonMap<T>(
  map: Readonly<Record<string, T | null | undefined>>,
  write: (value: T) => unknown,
): Record<string, unknown> {
  return mapValues(map, (value) => (value == null ? undefined : write(value)));
}

/** A sparse map for JSON: each value written, empty ones as `null`. */
export function writeSparseJsonMap<T>(
  map: Readonly<Record<string, T | null | undefined>>,
  write: (value: T) => unknown,
): Record<string, unknown> {
  return mapValues(map, (value) => (value == null ? null : write(value)));
}

/** A map from JSON: each value read, `null` left out. */
export function readJsonMap<T>(json: unknown, read?: (value: never) => T): Record<string, T> {
  return mapValues(json as Record<string, never>, (value) =>
    value == null ? undefined : read ? read(value) : value,
  ) as Record<string, T>;
}

/** A sparse map from JSON: each value read, `null` kept. */
export function readSparseJsonMap<T>(
  json: unknown,
  read: (value: never) => T,
): Record<string, T | null> {
  return mapValues(json as Record<string, never>, (value) => (value == null ? null : read(value)));
}

/** The same keys with other values; those that become `undefined` are left out. */
export function mapValues<T, U>(map: Readonly<Record<string, T>>, change: (value: T) => U) {
  const result: Record<string, U> = {};
  for (const key of Object.keys(map)) {
    const value = change(map[key]!);
    if (value !== undefined) {
      setOwn(result, key, value);
    }
  }
  return result;
}

/** `__proto__` is a key like any other, here. */
function setOwn<U>(target: Record<string, U>, key: string, value: U): void {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else {
    target[key] = value;
  }
}
