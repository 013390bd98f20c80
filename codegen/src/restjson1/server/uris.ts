import { httpOf } from "../../facts/bindings.js";
import type { Facts } from "../../facts/facts.js";
import type { OperationShape } from "../../model/model.js";

/**
 * The URI patterns of other operations that requests of this one's pattern may fit better:
 * `/users/count` for `/users/{userId}`. A handler that stands alone leaves such requests to others.
 */
export const moreSpecificUris = (facts: Facts, operation: OperationShape): string[] => {
  const own = httpOf(operation);
  const uris = facts.operations
    .map(httpOf)
    .filter(({ method, uri }) => method === own.method && isMoreSpecific(uri, own.uri))
    .map(({ uri }) => uri);
  uris.sort();
  return uris;
};

/** Whether some path fits both patterns, and the first of them better. */
const isMoreSpecific = (uri: string, than: string): boolean => {
  const [path = "", query = ""] = uri.split("?", 2);
  const [otherPath = "", otherQuery = ""] = than.split("?", 2);
  const segments = path.split("/");
  const others = otherPath.split("/");
  for (let index = 0; index < Math.max(segments.length, others.length); index++) {
    const segment = segments[index];
    const other = others[index];
    // What a greedy label takes can be anything from here on.
    if (other !== undefined && isGreedy(other)) return segment !== undefined && !isGreedy(segment);
    if (segment === undefined || other === undefined || isGreedy(segment)) return false;
    if (isLabel(segment) && isLabel(other)) continue;
    if (isLabel(other)) return fitTogether(segments.slice(index), others.slice(index));
    if (isLabel(segment) || segment !== other) return false;
  }
  return query !== "" && otherQuery === "";
};

const isLabel = (segment: string): boolean => segment.startsWith("{");
const isGreedy = (segment: string): boolean => segment.endsWith("+}");

/** Whether some path fits both. */
const fitTogether = (a: readonly string[], b: readonly string[]): boolean => {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const one = a[index];
    const other = b[index];
    if ((one !== undefined && isGreedy(one)) || (other !== undefined && isGreedy(other)))
      return true;
    if (one === undefined || other === undefined) return false;
    if (!isLabel(one) && !isLabel(other) && one !== other) return false;
  }
  return true;
};
