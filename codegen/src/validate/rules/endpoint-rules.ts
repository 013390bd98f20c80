import { describeJson, isObject, property } from "../../model/json.js";
import type { Json } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

/** What each form of endpoint rules is made of. */
const OUTLINES = {
  "smithy.rules#endpointRuleSet": { version: "string", parameters: "object", rules: "list" },
  "smithy.rules#endpointBdd": {
    version: "string",
    parameters: "object",
    conditions: "list",
    results: "list",
    root: "number",
    nodeCount: "number",
    nodes: "string",
  },
} as const;

const PARTS = {
  string: { is: (value: unknown) => typeof value === "string", called: "a string" },
  number: { is: (value: unknown) => typeof value === "number", called: "a number" },
  object: { is: (value: unknown) => isObject(value as Json), called: "an object" },
  list: { is: (value: unknown) => Array.isArray(value), called: "a list" },
};

/** Endpoint rules have the outline of some; whoever compiles them looks deeper. */
export const endpointRules: Rule = ({ services, error }) => {
  for (const { service } of services) {
    for (const [name, outline] of Object.entries(OUTLINES)) {
      const rules = trait(service, name);
      if (rules === undefined) continue;
      if (!isObject(rules)) {
        error(service.id, `found ${describeJson(rules)} for ${name}, expected an object`, name);
        continue;
      }
      for (const [part, kind] of Object.entries(outline)) {
        const { is, called } = PARTS[kind];
        if (is(property(rules, part))) continue;
        const found = describeJson(property(rules, part));
        error(service.id, `found ${found} for "${part}" of ${name}, expected ${called}`, name);
      }
    }
  }
};
