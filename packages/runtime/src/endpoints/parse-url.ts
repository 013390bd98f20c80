/** The parts of a URL that endpoint rules look at. */
export interface EndpointUrl {
  /** `http` or `https`. */
  readonly scheme: string;
  /** Host, and port where one is given. */
  readonly authority: string;
  readonly path: string;
  /** The path with `/` at both ends. */
  readonly normalizedPath: string;
  /** Whether the host is an IPv4 or IPv6 address. */
  readonly isIp: boolean;
}

/** Takes a URL apart; undefined where it is none, has a query, or is not of HTTP. */
export const parseUrl = (text: string): EndpointUrl | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, hostname, pathname, search } = new URL(text);
  const scheme = protocol.slice(0, -1);
  if (search !== "" || (scheme !== "http" && scheme !== "https")) return undefined;
  // URLs leave the default port out; rules see what was given.
  const [, port = ""] = /^\w+:\/\/[^/?#]*?(:(?:80|443))(?:[/?#]|$)/.exec(text) ?? [];
  return {
    scheme,
    authority: host.endsWith(port) ? host : host + port,
    path: pathname,
    normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
    isIp: hostname.startsWith("[") || /^\d+(\.\d+){3}$/.test(hostname),
  };
};
