import type { TimestampFormat } from "./schema.js";

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?Z$/;
const HTTP_DATE =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/;
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

/** Reads a timestamp from text; undefined if it is not of exactly that format. */
export const parseTimestamp = (text: string, format: TimestampFormat): Date | undefined => {
  if (format === "epoch-seconds")
    return /^-?\d+(\.\d+)?$/.test(text) ? fromEpochSeconds(Number(text)) : undefined;

  const match = (format === "date-time" ? DATE_TIME : HTTP_DATE).exec(text);
  if (!match) return undefined;
  const [, a = "", b = "", c = "", hours = "", minutes = "", seconds = "", fraction = ""] = match;
  const [year, month, day] =
    format === "date-time" ? [a, Number(b) - 1, c] : [c, MONTHS.indexOf(b) / 3, a];
  return calendarDate(
    +year,
    month,
    +day,
    +hours,
    +minutes,
    +seconds,
    Number(`0.${fraction || 0}`) * 1000,
  );
};

/** Rejects what `Date` would carry over, such as the 30th of February. A leap second is the second after it. */
const calendarDate = (
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
  milliseconds: number,
): Date | undefined => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  if (date.getUTCMonth() !== month || date.getUTCDate() !== day) return undefined;
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  date.setUTCHours(hours, minutes, seconds, Math.trunc(milliseconds));
  return date;
};

/** A date from seconds since 1970, rounded to milliseconds; undefined beyond what a date can hold. */
export const fromEpochSeconds = (seconds: number): Date | undefined => {
  const date = new Date(Math.round(seconds * 1000));
  return Number.isNaN(date.getTime()) ? undefined : date;
};

/** Writes a timestamp as text. */
export const formatTimestamp = (date: Date, format: TimestampFormat): string => {
  switch (format) {
    case "epoch-seconds":
      return String(date.getTime() / 1000);
    case "date-time":
      return date.toISOString().replace(".000Z", "Z");
    case "http-date":
      return date.toUTCString();
  }
};
