/** A stream of events that is not what the protocol asks for. */
export class EventStreamError extends Error {
  override readonly name = "EventStreamError";

  /**
   * @param expected - What should be there, and where.
   * @param found - What is there instead.
   */
  constructor(expected: string, found: string) {
    super(`Expected ${expected}, found ${found}.`);
  }
}
