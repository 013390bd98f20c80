/** A segment of a URI pattern between slashes. */
export type UriSegment =
  | { readonly literal: string }
  | { readonly label: string; readonly greedy: boolean };

/** The pattern of an `http` trait, `/users/{id}?detail=full`. */
export interface UriPattern {
  readonly segments: readonly UriSegment[];
  /** Literals of the query in order; a key without `=` has an empty value. */
  readonly query: readonly (readonly [key: string, value: string])[];
  /** What is wrong with the pattern, none where it is fine. */
  readonly faults: readonly string[];
}

/** Takes a URI pattern apart. */
export const parseUri = (uri: string): UriPattern => {
  const faults: string[] = [];
  if (!uri.startsWith("/")) faults.push("expected it to start with /");
  if (uri.includes("#")) faults.push("expected no fragment");
  // oxlint-disable-next-line no-control-regex -- no URI may hold them
  if (/[\s\u0000-\u001f\u007f]/.test(uri)) faults.push("expected no spaces or control characters");

  const [path = "", queryText, ...more] = uri.split("?");
  if (queryText === "" || more.length > 0)
    faults.push("expected at most one ?, with a query after it");

  // A slash at the end is part of the path, not an empty segment.
  const parts = path.replace(/^\//, "").replace(/\/$/, "").split("/");
  const segments = parts
    .filter((part) => part !== "" || parts.length > 1)
    .map((part) => parseSegment(part, faults));
  const labels = segments.filter((segment) => "label" in segment);
  labels.forEach(({ label, greedy }, index) => {
    if (labels.findIndex((other) => other.label === label) < index) {
      faults.push(`expected label {${label}} only once`);
    }
    if (greedy && index < labels.length - 1) {
      faults.push(`expected the greedy label {${label}+} to be the last label`);
    }
  });

  const query = (queryText ?? "")
    .split("&")
    .filter((part) => part !== "")
    .map((part): [string, string] => {
      const [key = "", ...value] = part.split("=");
      return [key, value.join("=")];
    });
  query.forEach(([key], index) => {
    if (query.findIndex(([other]) => other === key) < index) {
      faults.push(`expected query literal ${JSON.stringify(key)} only once`);
    }
  });
  if (/[{}]/.test(queryText ?? "")) faults.push("expected no labels in the query");
  return { segments, query, faults };
};

const parseSegment = (part: string, faults: string[]): UriSegment => {
  const label = /^\{([A-Za-z0-9_]+)(\+?)\}$/.exec(part);
  if (label) return { label: label[1] ?? "", greedy: label[2] === "+" };
  if (part === "") faults.push("expected no empty segments");
  else if (/[{}]/.test(part)) {
    faults.push(
      `expected segment ${JSON.stringify(part)} to be a literal, or as a whole a {label} or {label+}`,
    );
  }
  return { literal: part };
};
