import { HTTP, httpTraitOf, patternOfUri } from "../../facts/bindings.js";
import { RESTJSON1 } from "../../facts/protocols.js";
import { operationsOf } from "../../facts/shapes.js";
import { quoteJson } from "../../model/json.js";
import { hasTrait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

/** Every operation of a restJson1 service has an `http` trait, whose method, URI and code are well formed. */
export const httpTrait: Rule = ({ services, shapes, error }) => {
  for (const { service, operations } of services) {
    if (!hasTrait(service, RESTJSON1)) continue;
    for (const operation of operations) {
      if (hasTrait(operation, HTTP)) continue;
      error(
        operation.id,
        `found no trait ${HTTP}, expected one, as ${service.id} speaks restJson1`,
      );
    }
  }
  for (const operation of operationsOf(shapes)) {
    const { method, code, uri } = httpTraitOf(operation);
    if (method !== undefined && !/^[A-Z!#$%&'*+.^_`|~0-9-]+$/.test(method)) {
      error(
        operation.id,
        `found HTTP method ${quoteJson(method)}, expected one such as "GET"`,
        HTTP,
      );
    }
    if (code !== undefined && !(code >= 100 && code <= 999))
      error(operation.id, `found HTTP code ${code}, expected 100 to 999`, HTTP);

    if (uri === undefined) continue;
    for (const fault of patternOfUri(operation)?.faults ?? [])
      error(operation.id, `found URI ${quoteJson(uri)}, ${fault}`, HTTP);
  }
};
