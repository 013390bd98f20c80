/** A map for JSON: each value written, empty ones left out. */
export const writeJsonMap = <T>(
  map: Readonly<Record<string, T | null | undefined>>,
  write?: (value: T) => unknown,
): Record<string, unknown> =>
  mapValues(map, (value) => (value == null ? undefined : write ? write(value) : value));

/** A sparse map for JSON: each value written, empty ones as `null`. */
export const writeSparseJsonMap = <T>(
  map: Readonly<Record<string, T | null | undefined>>,
  write: (value: T) => unknown,
): Record<string, unknown> => mapValues(map, (value) => (value == null ? null : write(value)));

/** Reads a map: each value as `read` says, or as it is; `null` is dropped. */
export const readJsonMap = <T>(json: unknown, read?: (value: never) => T): Record<string, T> =>
  mapValues(json as Record<string, T>, (value) =>
    value == null ? undefined : read === undefined ? value : read(value as never),
  ) as Record<string, T>;

/** Reads a sparse map: each value as `read` says, or as it is; `null` stays. */
export const readSparseJsonMap = <T>(
  json: unknown,
  read?: (value: never) => T,
): Record<string, T | null> =>
  mapValues(json as Record<string, T>, (value) =>
    value == null || read === undefined ? value : read(value as never),
  );

/** A map with other values under the same keys; `undefined` leaves a key out. */
export const mapValues = <T, U>(
  map: Readonly<Record<string, T>>,
  change: (value: T) => U,
): Record<string, U> => {
  const result: Record<string, U> = {};
  for (const key of Object.keys(map)) {
    const value = change(map[key]!);
    if (value !== undefined) setOwn(result, key, value);
  }
  return result;
};

/** Here `__proto__` is a key like any other. */
const setOwn = <U>(target: Record<string, U>, key: string, value: U): void => {
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
};
