/** Where a service lives. */
export interface Place {
  /** What stands before the paths of the model. */
  readonly prefix: string;
  /** Path and query below the endpoint; undefined for what lies elsewhere. */
  locate(url: string): string | undefined;
}

/** The place that an endpoint names; any origin if there is none. */
export const placeOf = (endpoint: string | URL | undefined): Place => {
  if (endpoint === undefined) return { prefix: "", locate: pathOf };
  const { origin, pathname } = new URL(endpoint);
  const prefix = pathname.replace(/\/$/, "");
  const base = origin + prefix;
  return {
    prefix,
    locate: (url) =>
      url === base || (/^[/?]/.test(url.slice(base.length)) && url.startsWith(base))
        ? pathOf(url).slice(prefix.length)
        : undefined,
  };
};

/** `/networks?maxResults=5` of `https://example.com/networks?maxResults=5`, or of itself. */
const pathOf = (url: string): string => {
  if (url.startsWith("/")) return url;
  const start = url.indexOf("/", url.indexOf("://") + 3);
  const end = url.indexOf("#");
  return start < 0 ? "/" : url.slice(start, end < 0 ? undefined : end);
};
