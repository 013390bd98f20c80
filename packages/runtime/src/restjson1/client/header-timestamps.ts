import {
  _parseEpochTimestamp,
  _parseRfc3339DateTimeWithOffset,
  _parseRfc7231DateTime,
  splitEvery,
} from "@smithy/core/serde";

/** Reads seconds since 1970 in a header. */
export function readEpochSecondsHeader(value: string): Date {
  return _parseEpochTimestamp(value) as Date;
}

/** Reads an RFC 3339 timestamp in a header. */
export function readDateTimeHeader(value: string): Date {
  return _parseRfc3339DateTimeWithOffset(value) as Date;
}

/** Reads an HTTP date in a header. */
export function readHttpDateHeader(value: string): Date {
  return _parseRfc7231DateTime(value) as Date;
}

/** Reads a list of HTTP dates: each has a comma of its own. */
export function readHttpDateListHeader(value: string): Date[] {
  return splitEvery(value, ",", 2).map((date) => readHttpDateHeader(date.trim()));
}
