import { DiagramError } from "../facts/endpoints/decision-diagram.js";
import { ruleSetOf } from "../facts/endpoints/rule-set-of.js";
import type { ServiceShape } from "../model/model.js";
import { compileEndpointRules } from "./compile.js";

/** What of a service's endpoint rules is not supported, in words that name it. */
export const endpointProblems = (service: ServiceShape): readonly string[] => {
  try {
    return compileEndpointRules(ruleSetOf(service)).problems;
  } catch (error) {
    if (!(error instanceof DiagramError)) throw error;
    return [`found ${error.message} in smithy.rules#endpointBdd`];
  }
};
