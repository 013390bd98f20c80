import { HTTP, httpTraitOf } from "../../facts/bindings.js";
import { hostPrefixOf } from "../../facts/host-prefix.js";
import { type UriPattern, uriPatternOf } from "../../facts/uri-pattern.js";
import type { Model, OperationShape } from "../../model/model.js";
import { memberTrait } from "../../model/traits.js";
import { structureAt } from "../../facts/shapes.js";
import type { Rule } from "../scope.js";

interface Route {
  readonly operation: OperationShape;
  readonly uri: string;
  readonly pattern: UriPattern;
}

/** No request of a service could be meant for two operations. Literals win over labels, so those do not clash. */
export const httpRoutes: Rule = ({ model, services, errorUnlessSuppressed, warning }) => {
  for (const { service, operations } of services) {
    const routes = new Map<string, Route>();
    for (const operation of [...operations].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const { method, uri } = httpTraitOf(operation);
      if (method === undefined || uri === undefined) continue;
      const route: Route = { operation, uri, pattern: uriPatternOf(uri) };
      const key = routeKey(method, route);
      const other = routes.get(key);
      if (!other) {
        routes.set(key, route);
        continue;
      }
      const message = `found ${method} ${uri}, which clashes with ${other.uri} of ${other.operation.id} in ${service.id}; expected another method or URI`;
      // Patterns of the labels may tell the two apart.
      if (labelPatterns(model, route) !== labelPatterns(model, other))
        warning(operation.id, message, HTTP);
      else errorUnlessSuppressed("HttpUriConflict", operation.id, message, HTTP);
    }
  }
};

const routeKey = (method: string, { operation, pattern }: Route): string => {
  const host = hostPrefixOf(operation)?.text ?? "";
  const path = pattern.segments.map((segment) => {
    if ("literal" in segment) return `=${segment.literal}`;
    return segment.greedy ? "{+}" : "{}";
  });
  const query = pattern.query.map((entry) => entry.join("=")).sort();
  return JSON.stringify([method, host, path, query]);
};

const labelPatterns = (model: Model, { operation, pattern }: Route): string => {
  const input = structureAt(model, operation.input);
  return JSON.stringify(
    pattern.segments.map((segment) => {
      const member = "label" in segment ? input?.members.get(segment.label) : undefined;
      return (member && memberTrait(model, member, "pattern")) ?? null;
    }),
  );
};
