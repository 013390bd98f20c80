import { expect, test } from "vitest";
import type { Expression, RuleSet } from "../../facts/endpoints/rule-set.js";
import { EvaluationError, evaluateRules } from "./evaluate.js";

const ref = (name: string): Expression => ({ ref: name });
const call = (fn: string, ...argv: Expression[]) => ({ fn, argv });

/** What an expression gives: as a header, since headers hold any value. */
const valueOf = (expression: Expression, parameters: Record<string, string> = {}): unknown => {
  const rules: RuleSet = {
    parameters: { A: { type: "string" }, B: { type: "string" } },
    rules: [{ endpoint: { url: "x", headers: { value: [expression] } } }],
  };
  const { resolution } = evaluateRules(rules, parameters);
  return resolution && "endpoint" in resolution && resolution.endpoint.headers["value"]?.[0];
};

test.each<[expression: Expression, expected: unknown]>([
  ["{A}-{{B}}", "a/b-{B}"],
  [call("isSet", ref("B")), false],
  [call("not", call("stringEquals", ref("A"), "a/b")), false],
  [call("booleanEquals", true, call("isSet", ref("A"))), true],
  [call("coalesce", ref("B"), ref("A")), "a/b"],
  [call("ite", true, "yes", "no"), "yes"],
  [call("isValidHostLabel", "a.b", false), false],
  [call("isValidHostLabel", "a.b", true), true],
  [call("isValidHostLabel", ref("B"), true), undefined],
  [call("substring", "abcdef", 1, 3, false), "bc"],
  [call("substring", "abcdef", 0, 2, true), "ef"],
  [call("substring", "ab", 0, 3, false), undefined],
  [call("split", "a-b-c", "-", 0), ["a", "b", "c"]],
  [call("split", "a-b-c", "-", 2), ["a", "b-c"]],
  [call("uriEncode", ref("A")), "a%2Fb"],
  [call("uriEncode", "(é)"), "%28%C3%A9%29"],
  [
    call("parseURL", "https://a.example:443/b"),
    {
      scheme: "https",
      authority: "a.example:443",
      path: "/b",
      normalizedPath: "/b/",
      isIp: false,
    },
  ],
  [call("getAttr", call("parseURL", "http://127.0.0.1"), "isIp"), true],
  [call("parseURL", "https://a.example?b"), undefined],
  [call("getAttr", call("aws.parseArn", "arn:aws:s3::1:b/c:d"), "resourceId[-1]"), "d"],
  [call("aws.parseArn", "arn:aws:s3"), undefined],
  [call("getAttr", call("aws.partition", "aws-cn-global"), "name"), "aws-cn"],
  [call("getAttr", call("aws.partition", "mars-1"), "dnsSuffix"), "amazonaws.com"],
  [call("aws.isVirtualHostableS3Bucket", "a-bucket", false), true],
  [call("aws.isVirtualHostableS3Bucket", "A-bucket", false), false],
])("%j gives %j", (expression, expected) => {
  expect(valueOf(expression, { A: "a/b" })).toEqual(expected);
});

test("A function that nobody knows is no reason to call the model wrong.", () => {
  expect(() => valueOf(call("aws.fly", ref("A")))).toThrow(EvaluationError);
});

test("What a condition assigns is known below it, and nowhere else.", () => {
  const rules: RuleSet = {
    parameters: {},
    rules: [
      {
        conditions: [{ ...call("split", "a,b", ",", 0), assign: "parts" }],
        rules: [{ conditions: [call("isSet", ref("gone"))], error: "never" }],
      },
      { conditions: [call("isSet", ref("parts"))], error: "never" },
      { error: "at last" },
    ],
  };
  expect(evaluateRules(rules, {}).resolution).toEqual({ error: "at last" });
});
