/** Lets pages of these origins use the service; `*` stands for any. */
export class Cors {
  readonly #origins: readonly string[];

  constructor(origins: readonly string[]) {
    this.#origins = origins;
  }

  /** Headers of each answer to a page. */
  headers(origin: string | undefined): Record<string, string> {
    if (origin === undefined) return {};
    const isAny = this.#origins.includes("*");
    if (!isAny && !this.#origins.includes(origin)) return { vary: "origin" };
    return {
      "access-control-allow-origin": isAny ? "*" : origin,
      "access-control-expose-headers": "x-amzn-errortype, x-amzn-requestid, retry-after, date",
      vary: "origin",
    };
  }

  /** What a browser is told that asks before it sends a request. */
  preflight(origin: string | undefined, requested: string | undefined): Record<string, string> {
    return {
      ...this.headers(origin),
      "access-control-allow-methods": "GET, POST, PATCH, DELETE",
      // Which headers a client signs is its own affair.
      "access-control-allow-headers": requested ?? "*",
      "access-control-max-age": "86400",
    };
  }
}
