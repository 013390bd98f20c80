import { JmespathError } from "./jmespath-error.js";

/** A member of what may be an object. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** An entry of a map, never something that all objects have. */
export const entry = <V>(
  map: Readonly<Record<string, V>> | null | undefined,
  key: string,
): V | undefined => (map != null && Object.hasOwn(map, key) ? map[key] : undefined);

/** What may be an array, if it is one. */
export const elements = (value: unknown): readonly unknown[] | undefined =>
  Array.isArray(value) ? value : undefined;

/** An element of what may be an array; negative positions count from its end. */
export const element = (value: unknown, index: number): unknown => elements(value)?.at(index);

/** Every so many elements of an array; backwards where the step is negative. */
export const slice = <T>(
  items: readonly T[],
  start: number | undefined,
  stop: number | undefined,
  step: number,
): T[] => {
  const { length } = items;
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (at: number) => Math.min(Math.max(at < 0 ? at + length : at, low), high);
  const from = start === undefined ? (step > 0 ? low : high) : bound(start);
  const to = stop === undefined ? (step > 0 ? high : low) : bound(stop);
  const result: T[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) result.push(items[at] as T);
  return result;
};

/** Goes on with a value if there is one. */
export const when = <T, R>(value: T, next: (value: NonNullable<T>) => R): R | undefined =>
  value == null ? undefined : next(value);

/** An output without what the client adds to it. */
export const withoutMetadata = <T extends object>(output: T): Omit<T, "$metadata"> => {
  const { $metadata: _, ...members } = output as T & { readonly $metadata?: unknown };
  return members as Omit<T, "$metadata">;
};

/** The names of an object's members, or the keys of a map. */
export const keys = (value: object): string[] =>
  Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [name]));

/** The values of an object's members, or of a map. */
export const values = <T extends object>(value: T): Exclude<T[keyof T], undefined>[] =>
  Object.values(value).filter((member) => member !== undefined);

/** The values that are not null of an object's members, or of a map; nothing where it is no object. */
export const memberValues: MemberValues = (value: unknown) =>
  (typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.values(value).filter((member) => member != null)
    : undefined) as never;

/** Values that are there are members' values; what may be nothing may have none. */
interface MemberValues {
  <T extends object>(value: T): NonNullable<T[keyof T]>[];
  <T extends object>(value: T | null | undefined): NonNullable<T[keyof T]>[] | undefined;
  (value: unknown): unknown[] | undefined;
}

/** How many characters, elements or members there are. */
export const length = (value: unknown): number => {
  if (typeof value === "string") return [...value].length;
  if (Array.isArray(value)) return value.length;
  if (typeof value === "object" && value !== null) return keys(value).length;
  throw new JmespathError("Only strings, arrays and objects have a length.");
};
