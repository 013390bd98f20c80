import { describeJson, isObject, property } from "../../model/json.js";
import { trait } from "../../model/traits.js";
import type { Rule } from "../scope.js";

const RULE_SET = "smithy.rules#endpointRuleSet";

/** An endpoint rule set has the outline of one; whoever compiles it looks deeper. */
export const endpointRules: Rule = ({ services, error }) => {
  for (const { service } of services) {
    const ruleSet = trait(service, RULE_SET);
    if (ruleSet === undefined) continue;
    if (!isObject(ruleSet)) {
      error(
        service.id,
        `found ${describeJson(ruleSet)} for ${RULE_SET}, expected an object`,
        RULE_SET,
      );
      continue;
    }
    const parts = {
      version: typeof property(ruleSet, "version") === "string",
      parameters: isObject(property(ruleSet, "parameters")),
      rules: Array.isArray(property(ruleSet, "rules")),
    };
    const expected = { version: "a string", parameters: "an object", rules: "a list" };
    for (const name of ["version", "parameters", "rules"] as const) {
      if (parts[name]) continue;
      const found = describeJson(property(ruleSet, name));
      error(
        service.id,
        `found ${found} for "${name}" of ${RULE_SET}, expected ${expected[name]}`,
        RULE_SET,
      );
    }
  }
};
