import { NumericValue } from "./numeric-value.js";

/** An integer of any size. Text and numbers are taken, too. */
export function readBigInteger(value: unknown): bigint {
  return BigInt(value as string | number | bigint);
}

/** A decimal number of any size. Text and numbers are taken, too. */
export function readBigDecimal(value: unknown): NumericValue {
  return value instanceof NumericValue ? value : new NumericValue(String(value), "bigDecimal");
}
