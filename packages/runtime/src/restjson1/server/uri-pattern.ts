/** One segment of a path pattern. */
export interface Segment {
  readonly kind: "literal" | "label" | "greedy";
  /** The decoded text, or the name of the label. */
  readonly text: string;
}

/** The pattern of an operation's URI. */
export interface UriPattern {
  readonly segments: readonly Segment[];
  /** Parameters that must be there; with a value if one is given. */
  readonly query: readonly (readonly [name: string, value: string | undefined])[];
}

/** Reads `/networks/{networkId}/files/{path+}?acl&version=2`. */
export const parseUriPattern = (uri: string): UriPattern => {
  const at = uri.indexOf("?");
  const path = at < 0 ? uri : uri.slice(0, at);
  const query = at < 0 ? "" : uri.slice(at + 1);
  return {
    segments: path.replace(/\/$/, "").split("/").slice(1).map(parseSegment),
    query: query
      .split("&")
      .filter(Boolean)
      .map((pair) => {
        const [name = "", ...more] = pair.split("=");
        const value = more.join("=");
        return [decode(name), value === "" ? undefined : decode(value)];
      }),
  };
};

const parseSegment = (text: string): Segment => {
  const label = /^\{([^}]*?)(\+?)\}$/.exec(text);
  if (!label) return { kind: "literal", text: decode(text) };
  return { kind: label[2] ? "greedy" : "label", text: label[1] ?? "" };
};

/** Percent-decoding that leaves alone what is not encoded properly. */
export const decode = (text: string): string => {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
