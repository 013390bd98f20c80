/** A value as JMESPath sees it: dates as numbers, bytes as text. */
type Plain<T> = T extends Date | bigint | { readonly string: string; readonly type: string }
  ? number
  : T extends Uint8Array
    ? string
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { [Name in keyof T]: Plain<T[Name]> }
        : T;

/** The value as JMESPath sees it: dates in seconds, bytes in base64, big numbers as numbers. */
export const plain = <T>(value: T): Plain<T> => convert(value) as Plain<T>;

const convert = (value: unknown): unknown => {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array)
    return btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join(""));
  if (Array.isArray(value)) return value.map(convert);
  if ("string" in value && "type" in value && value.type === "bigDecimal")
    return Number(value.string);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, convert(member)]));
};
