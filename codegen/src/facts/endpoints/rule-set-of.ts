import { type ServiceShape, nameOf } from "../../model/model.js";
import { trait } from "../../model/traits.js";
import { type DecisionDiagram, rulesOfDiagram } from "./decision-diagram.js";
import { awsRules, customRules } from "./default-rules.js";
import type { RuleSet } from "./rule-set.js";

/**
 * The service's own rules, or those that services like it keep to.
 *
 * @throws DiagramError where a decision diagram cannot be read.
 */
export const ruleSetOf = (service: ServiceShape): RuleSet => {
  const own = trait(service, "smithy.rules#endpointRuleSet") as unknown as RuleSet | undefined;
  if (own) return own;
  const diagram = trait(service, "smithy.rules#endpointBdd") as unknown as
    | DecisionDiagram
    | undefined;
  if (diagram) return rulesOfDiagram(diagram);
  const aws = trait<{ endpointPrefix?: string; arnNamespace?: string }>(service, "aws.api#service");
  const signing = trait<{ name?: string }>(service, "aws.auth#sigv4");
  if (!aws && !signing) return customRules;
  return awsRules(
    aws?.endpointPrefix ?? signing?.name ?? aws?.arnNamespace ?? nameOf(service.id).toLowerCase(),
  );
};
