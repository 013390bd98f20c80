import { compileEndpointRules } from "../../endpoints/compile.js";
import { typeOfParameter } from "../../endpoints/parameters.js";
import { type Parameter, type RuleSet, parameterKey } from "../../facts/endpoints/rule-set.js";
import { ruleSetOf } from "../../facts/endpoints/rule-set-of.js";
import type { Facts } from "../../facts/facts.js";
import {
  ENDPOINT_FILE,
  endpointParametersSymbol,
  resolveEndpointSymbol,
} from "../../layout/client.js";
import type { PlannedFile } from "../../layout/file.js";
import { documentation, onOneLine, tag } from "../../typescript/documentation.js";
import { runtime } from "../../typescript/runtime.js";
import { arrow } from "../../typescript/tree.js";

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
  const { bindings, statements } = compileEndpointRules(ruleSet);
  const parameter = {
    of: bindings.length === 0 ? { hint: "_parameters" } : bindings,
    type: endpointParametersSymbol,
  };
  return {
    path: ENDPOINT_FILE,
    template: "client/endpoint",
    declares: [endpointParametersSymbol.name, resolveEndpointSymbol.name],
    plan: {
      parameters: parametersOf(ruleSet),
      resolve: arrow([parameter], statements, { returns: runtime.internal.RulesEndpoint }),
    },
  };
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
