import {
  dateToUtcString,
  parseEpochTimestamp,
  parseRfc3339DateTimeWithOffset,
  parseRfc7231DateTime,
} from "@smithy/core/serde";

/** Seconds since 1970, with the milliseconds as a fraction. */
export const writeEpochSeconds = (date: Date): number => date.getTime() / 1000;

/** `2024-02-01T12:00:00Z`; milliseconds only where there are any. */
export const writeDateTime = (date: Date): string => date.toISOString().replace(".000Z", "Z");

/** `Thu, 01 Feb 2024 12:00:00 GMT`. */
export const writeHttpDate = (date: Date): string => dateToUtcString(date);

/** Reads seconds since 1970 in a JSON body. */
export const readEpochSeconds = (value: unknown): Date => parseEpochTimestamp(value) as Date;

/** Reads an RFC 3339 timestamp, with any offset, in a JSON body. */
export const readDateTime = (value: unknown): Date => parseRfc3339DateTimeWithOffset(value) as Date;

/** Reads an HTTP date in a JSON body. */
export const readHttpDate = (value: unknown): Date => parseRfc7231DateTime(value) as Date;
