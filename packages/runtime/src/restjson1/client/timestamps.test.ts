import { expect, it } from "vitest";
import {
  readDateTimeHeader,
  readEpochSecondsHeader,
  readHttpDateHeader,
  readHttpDateListHeader,
} from "./header-timestamps.js";
import {
  readDateTime,
  readEpochSeconds,
  readHttpDate,
  writeDateTime,
  writeEpochSeconds,
  writeHttpDate,
} from "./timestamps.js";

const whole = new Date("2024-02-01T12:00:00Z");
const fraction = new Date("2024-02-01T12:00:00.123Z");

it("writes the three formats", () => {
  expect(writeEpochSeconds(whole)).toBe(1706788800);
  expect(writeEpochSeconds(fraction)).toBe(1706788800.123);
  expect(writeDateTime(whole)).toBe("2024-02-01T12:00:00Z");
  expect(writeDateTime(fraction)).toBe("2024-02-01T12:00:00.123Z");
  expect(writeHttpDate(fraction)).toBe("Thu, 01 Feb 2024 12:00:00 GMT");
});

it.each([
  [readEpochSeconds, 1706788800.123, fraction],
  [readEpochSeconds, "1706788800", whole],
  [readDateTime, "2024-02-01T12:00:00.123Z", fraction],
  [readDateTime, "2024-02-01T13:30:00+01:30", whole],
  [readHttpDate, "Thu, 01 Feb 2024 12:00:00 GMT", whole],
])("reads them in bodies", (read, value, expected) => {
  expect(read(value)).toEqual(expected);
});

it.each([
  [readEpochSecondsHeader, "1706788800.123", fraction],
  [readDateTimeHeader, "2024-02-01T12:00:00.123Z", fraction],
  [readHttpDateHeader, "Thu, 01 Feb 2024 12:00:00 GMT", whole],
])("reads them in headers", (read, value, expected) => {
  expect(read(value)).toEqual(expected);
});

it("reads lists of HTTP dates", () => {
  const date = writeHttpDate(whole);
  expect(readHttpDateListHeader(`${date}, ${date}`)).toEqual([whole, whole]);
});

it.each([readDateTime, readHttpDate, readDateTimeHeader, readHttpDateHeader])(
  "refuses what is no timestamp",
  (read) => {
    expect(() => read("soon")).toThrow(/invalid/i);
  },
);
