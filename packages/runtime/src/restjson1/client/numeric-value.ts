import { NumericValue as SmithyNumericValue } from "@smithy/core/serde";

/** A decimal number with all its digits, kept as text. */
export interface NumericValue {
  readonly string: string;
  readonly type: "bigDecimal";
  toString(): string;
}

/** Makes a {@link NumericValue}; throws where the text is not a decimal number. */
export const NumericValue: {
  new (string: string, type: "bigDecimal"): NumericValue;
  [Symbol.hasInstance](value: unknown): value is NumericValue;
} = SmithyNumericValue as never;
