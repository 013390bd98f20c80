/**
 * A decimal number of any size, in the form that clients know as `NumericValue`: they recognize each
 * other by these two properties, so that the mock needs nothing of the client.
 */
export interface BigDecimal {
  /** The number as text. */
  readonly string: string;
  readonly type: "bigDecimal";
}

class BigDecimalValue implements BigDecimal {
  readonly string: string;
  readonly type = "bigDecimal";

  constructor(text: string) {
    this.string = text;
  }

  toString(): string {
    return this.string;
  }
}

/** The number that the text says. */
export const bigDecimal = (text: string): BigDecimal => new BigDecimalValue(text);

/** Whether the value is one, of whatever make. */
export const isBigDecimal = (value: unknown): value is BigDecimal =>
  typeof value === "object" &&
  value !== null &&
  (value as Partial<BigDecimal>).type === "bigDecimal" &&
  typeof (value as Partial<BigDecimal>).string === "string";
