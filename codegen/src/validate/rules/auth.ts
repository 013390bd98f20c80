import { AUTH, NO_AUTH, namedSchemesOf } from "../../facts/auth-schemes.js";
import { isObject, property, quoteJson } from "../../model/json.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

/** `auth` names schemes that the service has, and an API key has a place. */
export const auth: Rule = ({ services, error }) => {
  for (const { service, operations } of services) {
    for (const shape of [service, ...operations]) {
      for (const scheme of namedSchemesOf(shape) ?? []) {
        if (scheme === NO_AUTH || hasTrait(service, scheme)) continue;
        error(
          shape.id,
          `found scheme ${quoteJson(scheme)} in ${AUTH}, expected a scheme that is a trait of ${service.id}`,
          AUTH,
        );
      }
    }
    const apiKey = trait(service, "httpApiKeyAuth");
    if (
      isObject(apiKey) &&
      property(apiKey, "in") === "query" &&
      property(apiKey, "scheme") !== undefined
    ) {
      error(
        service.id,
        `found "scheme" for an API key in the query, expected it for one in a header only`,
        "smithy.api#httpApiKeyAuth",
      );
    }
  }
};
