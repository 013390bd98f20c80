import { isDeepStrictEqual } from "node:util";
import type { RuleSet } from "../../facts/endpoints/rule-set.js";
import { ruleSetOf } from "../../facts/endpoints/rule-set-of.js";
import { describeJson, isObject, property, type JsonObject } from "../../model/json.js";
import type { Json, ServiceShape } from "../../model/model.js";
import { hasTrait, trait } from "../../model/traits.js";
import { type Evaluation, type Resolution, evaluateRules } from "../endpoint-tests/evaluate.js";
import type { Value } from "../endpoint-tests/library.js";
import type { Rule } from "../scope.js";

const TESTS = "smithy.rules#endpointTests";

/** The tests of endpoint rules hold. */
export const endpointTests: Rule = ({ services, error, warning }) => {
  for (const { service } of services) {
    const tests = trait(service, TESTS);
    const cases = isObject(tests) ? property(tests, "testCases") : undefined;
    const rules = Array.isArray(cases) ? rulesOf(service) : undefined;
    if (!rules) continue;
    (cases as readonly Json[]).forEach((test, index) => {
      if (!isObject(test)) return;
      const { problem, isCertain } = problemOf(rules, test);
      if (problem === undefined) return;
      const title = property(test, "documentation");
      const name = typeof title === "string" ? JSON.stringify(title) : index;
      const report = isCertain ? error : warning;
      report(service.id, `${problem} in endpoint test ${name}`, TESTS);
    });
  }
};

/** The service's own rules, where they can be read; other rules say where they cannot. */
const rulesOf = (service: ServiceShape): RuleSet | undefined => {
  const hasOwn = ["endpointRuleSet", "endpointBdd"].some((name) =>
    hasTrait(service, `smithy.rules#${name}`),
  );
  if (!hasOwn) return undefined;
  try {
    return ruleSetOf(service);
  } catch {
    return undefined;
  }
};

interface Finding {
  readonly problem?: string;
  /** Whether it is the model that is wrong, for sure. */
  readonly isCertain?: boolean;
}

const problemOf = (rules: RuleSet, test: JsonObject): Finding => {
  const expected = property(test, "expect");
  const parameters = property(test, "params");
  if (!isObject(expected)) return {};
  let evaluation: Evaluation;
  try {
    evaluation = evaluateRules(rules, isObject(parameters) ? parameters : {});
  } catch (error) {
    // What the rules are made of is for others to say.
    return {
      problem: `found rules that cannot be evaluated (${error instanceof Error ? error.message : String(error)})`,
      isCertain: false,
    };
  }
  const problem = differenceOf(expected, evaluation.resolution);
  // Partitions beside the first have grown and changed since their models were written.
  const isCertain = [...evaluation.partitions].every((name) => name === "aws");
  return problem === undefined ? {} : { problem, isCertain };
};

const differenceOf = (
  expected: JsonObject,
  resolution: Resolution | undefined,
): string | undefined => {
  const endpoint = property(expected, "endpoint");
  const message = property(expected, "error");
  if (!isObject(endpoint) && typeof message !== "string")
    return 'found neither "endpoint" nor "error", expected one of them';

  if (!resolution) return `found no rule for the parameters, expected ${wanted(expected)}`;
  if ("error" in resolution) {
    return resolution.error === message
      ? undefined
      : `found the error ${describeJson(resolution.error)}, expected ${wanted(expected)}`;
  }
  const { url, headers, properties } = resolution.endpoint;
  if (!isObject(endpoint)) return `found ${describeJson(url)}, expected ${wanted(expected)}`;
  if (!isSameUrl(url, property(endpoint, "url")))
    return `found ${describeJson(url)}, expected ${wanted(expected)}`;

  return (
    differenceIn("header", property(endpoint, "headers"), headers as JsonObject) ??
    differenceIn("property", property(endpoint, "properties"), properties)
  );
};

const wanted = (expected: JsonObject): string => {
  const endpoint = property(expected, "endpoint");
  return isObject(endpoint)
    ? describeJson(property(endpoint, "url"))
    : `the error ${describeJson(property(expected, "error"))}`;
};

/** What is expected is there; more may be. */
const differenceIn = (
  what: string,
  expected: Json | undefined,
  found: JsonObject,
): string | undefined => {
  if (!isObject(expected)) return undefined;
  const name = Object.keys(expected).find(
    (key) => !isDeepStrictEqual(expected[key], property(found, key)),
  );
  if (name === undefined) return undefined;
  const is = JSON.stringify(property(found, name)) ?? "nothing";
  return `found ${is} for ${what} ${JSON.stringify(name)}, expected ${JSON.stringify(expected[name])}`;
};

const isSameUrl = (one: Value, other: Value): boolean =>
  typeof one === "string" &&
  typeof other === "string" &&
  (one === other ||
    (URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href));
