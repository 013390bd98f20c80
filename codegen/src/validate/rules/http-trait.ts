import { describeJson, isObject, property } from "../../model/json.js";
import { hasTrait, trait } from "../../model/traits.js";
import { parseUri } from "../http-uri.js";
import { operationsOf } from "../operation-members.js";
import type { Rule } from "../scope.js";

const HTTP = "smithy.api#http";

/** Every operation of a restJson1 service has an `http` trait, whose method, URI and code are well formed. */
export const httpTrait: Rule = ({ services, shapes, error }) => {
  for (const { service, operations } of services) {
    if (!hasTrait(service, "aws.protocols#restJson1")) continue;
    for (const operation of operations) {
      if (hasTrait(operation, HTTP)) continue;
      error(
        operation.id,
        `found no trait ${HTTP}, expected one, as ${service.id} speaks restJson1`,
      );
    }
  }
  for (const operation of operationsOf(shapes)) {
    const http = trait(operation, HTTP);
    if (!isObject(http)) continue;
    const method = property(http, "method");
    if (typeof method === "string" && !/^[A-Z!#$%&'*+.^_`|~0-9-]+$/.test(method)) {
      error(
        operation.id,
        `found HTTP method ${describeJson(method)}, expected one such as "GET"`,
        HTTP,
      );
    }
    const code = property(http, "code");
    if (typeof code === "number" && !(code >= 100 && code <= 999)) {
      error(operation.id, `found HTTP code ${code}, expected 100 to 999`, HTTP);
    }
    const uri = property(http, "uri");
    if (typeof uri !== "string") continue;
    for (const fault of parseUri(uri).faults) {
      error(operation.id, `found URI ${describeJson(uri)}, ${fault}`, HTTP);
    }
  }
};
