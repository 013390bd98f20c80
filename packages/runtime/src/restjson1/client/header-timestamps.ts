import {
  _parseEpochTimestamp,
  _parseRfc3339DateTimeWithOffset,
  _parseRfc7231DateTime,
  splitEvery,
} from "@smithy/core/serde";

/** Reads seconds since 1970 in a header. */
export const readEpochSecondsHeader = (value: string): Date => _parseEpochTimestamp(value) as Date;

/** Reads an RFC 3339 timestamp in a header. */
export const readDateTimeHeader = (value: string): Date =>
  _parseRfc3339DateTimeWithOffset(value) as Date;

/** Reads an HTTP date in a header. */
export const readHttpDateHeader = (value: string): Date => _parseRfc7231DateTime(value) as Date;

/** Reads a list of HTTP dates: each has a comma of its own. */
export const readHttpDateListHeader = (value: string): Date[] =>
  splitEvery(value, ",", 2).map((date) => readHttpDateHeader(date.trim()));
