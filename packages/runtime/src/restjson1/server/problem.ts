/** A request that is not understood or not acceptable, before it reaches a handler. */
export class RequestProblem extends Error {
  /** The status of the answer. */
  readonly status: number;

  /** @param name - The error's name on the wire, such as `SerializationException`. */
  constructor(status: number, name: string, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}

/** Where a value stands: names of members, keys of maps, positions in lists. */
export type Path = (string | number)[];

/** `/users/0/username`, as JSON pointers are written. */
export const pointer = (path: Readonly<Path>): string =>
  path
    .map(
      (part) =>
        `/${typeof part === "number" ? part : part.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    )
    .join("");

/** The request holds something other than its model says. */
export const malformed = (path: Readonly<Path>, expected: string): RequestProblem =>
  new RequestProblem(400, "SerializationException", `Expected ${expected} at '${pointer(path)}'.`);
