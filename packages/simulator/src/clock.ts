/** Tells the time, in milliseconds since 1970. */
export type Clock = () => number;

/** A clock that stands still until it is told to move on. */
export interface ManualClock {
  (): number;
  /** Moves on by so much: `clock.advance({ days: 8 })`. */
  advance(by: Span): void;
  /** Jumps to a time. */
  set(time: Date | number): void;
}

/** A stretch of time; its parts add up. */
export interface Span {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
}

/** One second, in milliseconds. */
const SECOND = 1000;
/** One day, in milliseconds. */
export const DAY = 24 * 60 * 60 * SECOND;

/** The time of the computer. */
export const systemClock: Clock = () => Date.now();

/** Makes a clock for tests: time passes only when the test says so. */
export const createClock = (
  start: Date | number | string = "2025-06-02T08:00:00Z",
): ManualClock => {
  let now = new Date(start).getTime();
  return Object.assign(() => now, {
    advance: (by: Span) => {
      now += milliseconds(by);
    },
    set: (time: Date | number) => {
      now = new Date(time).getTime();
    },
  });
};

/** How long a span is. */
export const milliseconds = ({ days = 0, hours = 0, minutes = 0, seconds = 0 }: Span): number =>
  days * DAY + ((hours * 60 + minutes) * 60 + seconds) * SECOND;

/** Whole seconds since 1970, as the service writes many of its times. */
export const epochSeconds = (time: number): number => Math.floor(time / SECOND);

/** `2025-06-02T07:12:44Z`, as the service writes the others. */
export const isoSeconds = (time: number): string =>
  new Date(time).toISOString().replace(/\.\d+Z$/, "Z");
