import {
  dateToUtcString,
  parseEpochTimestamp,
  parseRfc3339DateTimeWithOffset,
  parseRfc7231DateTime,
} from "@smithy/core/serde";

/** Seconds since 1970, with the milliseconds as a fraction. */
export function writeEpochSeconds(date: Date): number {
  return date.getTime() / 1000;
}

/** `2024-02-01T12:00:00Z`; milliseconds only where there are any. */
export function writeDateTime(date: Date): string {
  return date.toISOString().replace(".000Z", "Z");
}

/** `Thu, 01 Feb 2024 12:00:00 GMT`. */
export function writeHttpDate(date: Date): string {
  return dateToUtcString(date);
}

/** Reads seconds since 1970 in a JSON body. */
export function readEpochSeconds(value: unknown): Date {
  return parseEpochTimestamp(value) as Date;
}

/** Reads an RFC 3339 timestamp, with any offset, in a JSON body. */
export function readDateTime(value: unknown): Date {
  return parseRfc3339DateTimeWithOffset(value) as Date;
}

/** Reads an HTTP date in a JSON body. */
export function readHttpDate(value: unknown): Date {
  return parseRfc7231DateTime(value) as Date;
}
