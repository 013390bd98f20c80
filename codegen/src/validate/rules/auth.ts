import { describeJson, isObject, property } from "../../model/json.js";
import type { Json } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

const AUTH = "smithy.api#auth";

/** `auth` names schemes that the service has, and an API key has a place. */
export const auth: Rule = ({ services, error }) => {
  for (const { service, operations } of services) {
    for (const shape of [service, ...operations]) {
      const schemes = trait(shape, AUTH);
      if (!Array.isArray(schemes)) continue;
      for (const scheme of schemes as Json[]) {
        if (
          typeof scheme !== "string" ||
          scheme === "smithy.api#noAuth" ||
          hasTrait(service, scheme)
        )
          continue;
        error(
          shape.id,
          `found scheme ${describeJson(scheme)} in ${AUTH}, expected a scheme that is a trait of ${service.id}`,
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
