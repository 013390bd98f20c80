import type { Facts } from "../facts/facts.js";
import type { ServiceShape } from "../model/model.js";
import { documentation, onOneLine, tag } from "../typescript/documentation.js";
import { ENDPOINT_FILE } from "../layout/client.js";
import type { PlannedFile } from "../layout/file.js";
import { DiagramError } from "./decision-diagram.js";
import { compileEndpointRules, parameterKey } from "./compile.js";
import { typeOfParameter } from "./context-parameters.js";
import type { Parameter, RuleSet } from "./rule-set.js";
import { ruleSetOf } from "./rule-set-of.js";

/** What the client always hands over, whether or not the rules look at it. */
const ALWAYS: Readonly<Record<string, Parameter>> = {
  Region: { type: "string", documentation: "The AWS Region." },
  UseFIPS: { type: "boolean", documentation: "Whether to use an endpoint that keeps to FIPS 140." },
  UseDualStack: {
    type: "boolean",
    documentation: "Whether to use an endpoint that answers over IPv6 too.",
  },
  Endpoint: { type: "string", documentation: "An endpoint in place of the service's own." },
};

/** The module that finds a service's endpoint: the model's rules, compiled. */
export const planEndpoint = ({ service }: Facts): PlannedFile => {
  const ruleSet = ruleSetOf(service);
  const rules = compileEndpointRules(ruleSet);
  return {
    path: ENDPOINT_FILE,
    template: "client/endpoint",
    declares: ["EndpointParameters", "resolveEndpoint"],
    plan: {
      parameters: parametersOf(ruleSet),
      argument: rules.bindings.length === 0 ? "_parameters" : `{ ${rules.bindings.join(", ")} }`,
      body: rules.body,
    },
  };
};

/** What of a service's endpoint rules is not supported, in words that name it. */
export const endpointProblems = (service: ServiceShape): string[] => {
  try {
    return [...compileEndpointRules(ruleSetOf(service)).problems];
  } catch (error) {
    if (!(error instanceof DiagramError)) throw error;
    return [`found ${error.message} in smithy.rules#endpointBdd`];
  }
};

/** The rules' parameters as properties: those the client fills in first, then the others by name. */
const parametersOf = (ruleSet: RuleSet) => {
  const own = Object.fromEntries(
    Object.entries(ruleSet.parameters).map(([name, parameter]) => [
      parameterKey(name, parameter),
      parameter,
    ]),
  );
  const all = { ...ALWAYS, ...own };
  const names = [
    ...Object.keys(ALWAYS),
    ...Object.keys(own)
      .filter((name) => !(name in ALWAYS))
      .sort(),
  ];
  return names.map((name) => {
    const { type, documentation: text, deprecated } = all[name]!;
    const since = deprecated && onOneLine(`${deprecated.message ?? ""} ${deprecated.since ?? ""}`);
    return {
      documentation: documentation([text], deprecated ? [tag("deprecated", since ?? "")] : []),
      name,
      type: typeOfParameter(type),
    };
  });
};
