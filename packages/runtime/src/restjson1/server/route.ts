import { type Segment, type UriPattern, decode, parseUriPattern } from "./uri-pattern.js";

/** What a router needs to know of an operation. */
interface Routed {
  readonly method: string;
  readonly uri: string;
}

/** The operation a request is for, the decoded labels of its path, and its query. */
export interface Match<Target> {
  readonly target: Target;
  readonly labels: ReadonlyMap<string, string>;
  readonly query: URLSearchParams;
}

/** Finds the operation of a request by its method, and by path and query as they were sent. */
type Router<Target> = (method: string, url: string) => Match<Target> | undefined;

const NO_PARAMETERS = /* @__PURE__ */ new URLSearchParams();

/** Segments that share a beginning share nodes. */
interface Node<Target> {
  readonly literals: Map<string, Node<Target>>;
  label: Node<Target> | undefined;
  greedy: Node<Target> | undefined;
  /** Patterns that end here, those with more query literals first. */
  readonly ends: End<Target>[];
}

interface End<Target> {
  readonly target: Target;
  readonly pattern: UriPattern;
}

/**
 * Routes as Smithy says: at each segment a literal is preferred to a label and a label to a greedy one,
 * and among equal paths the pattern with more query literals. Labels are never empty; a slash at the
 * end is ignored unless a greedy label takes it.
 */
export const createRouter = <Target extends Routed>(targets: Iterable<Target>): Router<Target> => {
  const roots = new Map<string, Node<Target>>();
  for (const target of targets) {
    let node = roots.get(target.method);
    if (!node) roots.set(target.method, (node = createNode()));
    const pattern = parseUriPattern(target.uri);
    for (const segment of pattern.segments) node = step(node, segment);
    node.ends.push({ target, pattern });
    node.ends.sort((a, b) => b.pattern.query.length - a.pattern.query.length);
  }
  return (method, url) => {
    const at = url.indexOf("?");
    const query = at < 0 ? NO_PARAMETERS : new URLSearchParams(url.slice(at + 1));
    const root = roots.get(method);
    const segments = (at < 0 ? url : url.slice(0, at)).split("/").slice(1);
    const values: string[] = [];
    const end = root && find(root, segments, 0, query, values);
    if (!end) return undefined;
    const names = end.pattern.segments.filter((segment) => segment.kind !== "literal");
    return {
      target: end.target,
      labels: new Map(names.map((segment, index) => [segment.text, values[index] ?? ""])),
      query,
    };
  };
};

const createNode = <Target>(): Node<Target> => ({
  literals: new Map(),
  label: undefined,
  greedy: undefined,
  ends: [],
});

const step = <Target>(node: Node<Target>, { kind, text }: Segment): Node<Target> => {
  if (kind !== "literal") return (node[kind] ??= createNode());
  let next = node.literals.get(text);
  if (!next) node.literals.set(text, (next = createNode()));
  return next;
};

/** Leaves the labels' values in `values`, in the order of the path. */
const find = <Target>(
  node: Node<Target>,
  segments: readonly string[],
  at: number,
  query: URLSearchParams,
  values: string[],
): End<Target> | undefined => {
  const segment = segments[at];
  if (segment === undefined || (segment === "" && at === segments.length - 1)) {
    const end = node.ends.find(({ pattern }) =>
      pattern.query.every((literal) => hasLiteral(query, literal)),
    );
    if (end || segment === undefined) return end;
  }
  const text = decode(segment);
  const literal = node.literals.get(text);
  const byLiteral = literal && find(literal, segments, at + 1, query, values);
  if (byLiteral) return byLiteral;
  const depth = values.length;
  if (node.label && segment !== "") {
    values.push(text);
    const byLabel = find(node.label, segments, at + 1, query, values);
    if (byLabel) return byLabel;
    values.length = depth;
  }
  if (node.greedy) {
    // A pattern that goes on after the label says more than one that ends there, so that the label
    // takes the rest of the path last. Before that, a slash at the end is not left to be ignored.
    for (let end = at + 1; end <= segments.length; end++) {
      if (end === segments.length - 1 && segments[end] === "") continue;
      const run = segments.slice(at, end).map(decode).join("/");
      if (run === "") continue;
      values.push(run);
      const byGreedy = find(node.greedy, segments, end, query, values);
      if (byGreedy) return byGreedy;
      values.length = depth;
    }
  }
  return undefined;
};

const hasLiteral = (query: URLSearchParams, [name, value]: UriPattern["query"][number]): boolean =>
  value === undefined ? query.has(name) : query.getAll(name).includes(value);
