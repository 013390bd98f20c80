import { httpOf } from "../../facts/bindings.js";
import type { Facts } from "../../facts/facts.js";
import { isMoreSpecific, uriPatternOf } from "../../facts/uri-pattern.js";
import type { OperationShape } from "../../model/model.js";

/**
 * The URI patterns of other operations that requests of this one's pattern may fit better:
 * `/users/count` for `/users/{userId}`. A handler that stands alone leaves such requests to others.
 */
export const moreSpecificUris = (facts: Facts, operation: OperationShape): string[] => {
  const own = httpOf(operation);
  const pattern = uriPatternOf(own.uri);
  const uris = facts.operations
    .map(httpOf)
    .filter(
      ({ method, uri }) => method === own.method && isMoreSpecific(uriPatternOf(uri), pattern),
    )
    .map(({ uri }) => uri);
  uris.sort();
  return uris;
};
