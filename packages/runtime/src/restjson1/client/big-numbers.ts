import { NumericValue } from "./numeric-value.js";

/** An integer of any size. Text and numbers are taken, too. */
export const readBigInteger = (value: unknown): bigint => BigInt(value as string | number | bigint);

/** A decimal number of any size. Text and numbers are taken, too. */
export const readBigDecimal = (value: unknown): NumericValue =>
  value instanceof NumericValue ? value : new NumericValue(String(value), "bigDecimal");
