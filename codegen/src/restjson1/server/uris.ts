import { type HttpTrait, httpOf } from "../../facts/bindings.js";
import type { Facts } from "../../facts/facts.js";
import { type UriPattern, isMoreSpecific, uriPatternOf } from "../../facts/uri-pattern.js";
import type { OperationShape } from "../../model/model.js";

/** Where an operation is found. */
interface Route {
  readonly http: HttpTrait;
  readonly pattern: UriPattern;
}

/** The routes of a service's operations. */
export type Routes = ReadonlyMap<OperationShape, Route>;

/** The routes of a service, each taken apart once. */
export const routesOf = ({ operations }: Facts): Routes =>
  new Map(
    operations.map((operation) => {
      const http = httpOf(operation);
      return [operation, { http, pattern: uriPatternOf(http.uri) }];
    }),
  );

/**
 * The URI patterns of other operations that requests of this one's pattern may fit better:
 * `/users/count` for `/users/{userId}`. A handler that stands alone leaves such requests to others.
 */
export const moreSpecificUris = (routes: Routes, operation: OperationShape): string[] => {
  const own = routes.get(operation);
  if (!own) return [];
  return [...routes.values()]
    .filter(
      ({ http, pattern }) =>
        http.method === own.http.method && isMoreSpecific(pattern, own.pattern),
    )
    .map(({ http }) => http.uri)
    .sort();
};
