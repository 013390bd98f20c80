/** A segment of a URI pattern between slashes. */
export type UriSegment =
  | { readonly literal: string }
  | { readonly label: string; readonly greedy: boolean };

/** The pattern of an `http` trait, `/users/{id}?detail=full`. */
export interface UriPattern {
  readonly segments: readonly UriSegment[];
  /** Whether the path ends with a slash, which is part of it. */
  readonly endsWithSlash: boolean;
  /** Literals of the query in order; a key without `=` has an empty value. */
  readonly query: readonly (readonly [key: string, value: string])[];
  /** What is wrong with the pattern, none where it is fine. */
  readonly faults: readonly string[];
}

/** Takes a URI pattern apart. */
export const uriPatternOf = (uri: string): UriPattern => {
  const faults: string[] = [];
  if (!uri.startsWith("/")) faults.push("expected it to start with /");
  if (uri.includes("#")) faults.push("expected no fragment");
  // oxlint-disable-next-line no-control-regex -- no URI may hold them
  if (/[\s\u0000-\u001f\u007f]/.test(uri)) faults.push("expected no spaces or control characters");

  const [path = "", queryText, ...more] = uri.split("?");
  if (queryText === "" || more.length > 0)
    faults.push("expected at most one ?, with a query after it");

  // A slash at the end is no empty segment.
  const parts = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  const segments = parts
    .filter((part) => part !== "" || parts.length > 1)
    .map((part) => parseSegment(part, faults));
  const labels = segments.filter((segment) => "label" in segment);
  labels.forEach(({ label, greedy }, index) => {
    if (labels.findIndex((other) => other.label === label) < index)
      faults.push(`expected label {${label}} only once`);

    if (greedy && index < labels.length - 1)
      faults.push(`expected the greedy label {${label}+} to be the last label`);
  });

  const query = (queryText ?? "")
    .split("&")
    .filter((part) => part !== "")
    .map((part): [string, string] => {
      const [key = "", ...value] = part.split("=");
      return [key, value.join("=")];
    });
  query.forEach(([key], index) => {
    if (query.findIndex(([other]) => other === key) < index)
      faults.push(`expected query literal ${JSON.stringify(key)} only once`);
  });
  if (/[{}]/.test(queryText ?? "")) faults.push("expected no labels in the query");
  return { segments, endsWithSlash: path.endsWith("/"), query, faults };
};

const parseSegment = (part: string, faults: string[]): UriSegment => {
  const label = /^\{([A-Za-z0-9_]+)(\+?)\}$/.exec(part);
  if (label) return { label: label[1] ?? "", greedy: label[2] === "+" };
  if (part === "") {
    faults.push("expected no empty segments");
  } else if (/[{}]/.test(part)) {
    faults.push(
      `expected segment ${JSON.stringify(part)} to be a literal, or as a whole a {label} or {label+}`,
    );
  }
  return { literal: part };
};

/** A piece of a URI path: fixed text, or a label. */
export type PathPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "label" | "greedy"; readonly member: string };

/** The path of a pattern as text with labels in between. */
export const pathPartsOf = ({ segments, endsWithSlash }: UriPattern): PathPart[] => {
  const parts: PathPart[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") parts.push({ kind: "text", text });
    text = "";
  };
  for (const segment of segments) {
    text += "/";
    if ("literal" in segment) {
      text += segment.literal;
    } else {
      flush();
      parts.push({ kind: segment.greedy ? "greedy" : "label", member: segment.label });
    }
  }
  if (endsWithSlash) text += "/";
  flush();
  return parts;
};

/** Whether some request fits both patterns, and the first of them better. */
export const isMoreSpecific = (pattern: UriPattern, than: UriPattern): boolean => {
  const segments = comparable(pattern);
  const others = comparable(than);
  for (let index = 0; index < Math.max(segments.length, others.length); index++) {
    const segment = segments[index];
    const other = others[index];
    // What a greedy label takes can be anything from here on.
    if (isGreedy(other)) return segment !== undefined && !isGreedy(segment);
    if (segment === undefined || other === undefined || isGreedy(segment)) return false;
    if ("label" in segment && "label" in other) continue;
    if ("label" in other) return overlap(segments.slice(index), others.slice(index));
    if ("label" in segment || segment.literal !== other.literal) return false;
  }
  return pattern.query.length > 0 && than.query.length === 0;
};

/** The segments, with an empty one where the path ends with a slash. */
const comparable = ({ segments, endsWithSlash }: UriPattern): UriSegment[] => [
  ...segments,
  ...(endsWithSlash ? [{ literal: "" }] : []),
];

const isGreedy = (segment: UriSegment | undefined): boolean =>
  segment !== undefined && "label" in segment && segment.greedy;

/** Whether some path fits both. */
const overlap = (a: readonly UriSegment[], b: readonly UriSegment[]): boolean => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const one = a[index];
    const other = b[index];
    if (isGreedy(one) || isGreedy(other)) return true;
    if (one === undefined || other === undefined) return false;
    if ("literal" in one && "literal" in other && one.literal !== other.literal) return false;
  }
  return true;
};
