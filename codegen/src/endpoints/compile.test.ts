import { describe, expect, test } from "vitest";
import * as runtime from "@wickr-admin/runtime/internal";
import { loadModel } from "../load/load.js";
import type { ServiceShape } from "../model/model.js";
import { trait } from "../model/traits.js";
import { evaluate, printed } from "../../test-fixtures/printed.js";
import { awsRules, customRules } from "../facts/endpoints/default-rules.js";
import {
  type Condition,
  type Parameter,
  type Rule,
  type RuleSet,
  parameterKey,
} from "../facts/endpoints/rule-set.js";
import { ruleSetOf } from "../facts/endpoints/rule-set-of.js";
import { type Expression, arrow } from "../typescript/tree.js";
import { compileEndpointRules } from "./compile.js";

interface Resolved {
  readonly url: URL;
  readonly headers?: object;
  readonly properties?: object;
}

/** The function that generated code has. */
const functionOf = (ruleSet: RuleSet): Expression => {
  const { bindings, statements, problems } = compileEndpointRules(ruleSet);
  expect(problems).toEqual([]);
  return arrow([{ of: bindings }], statements);
};

const resolverOf = (ruleSet: RuleSet) =>
  evaluate(functionOf(ruleSet), runtime) as (parameters: object) => Resolved;

const string: Parameter = { type: "string" };
const boolean: Parameter = { type: "boolean" };

const rulesOf = (parameters: Record<string, Parameter>, ...rules: Rule[]): RuleSet => ({
  version: "1.0",
  parameters,
  rules,
});

const isSet = (ref: string): Condition => ({ fn: "isSet", argv: [{ ref }] });

describe("the model's own endpoint tests", () => {
  interface EndpointTest {
    readonly documentation: string;
    readonly params?: Readonly<Record<string, unknown>>;
    readonly expect: {
      readonly error?: string;
      readonly endpoint?: { readonly url: string; readonly headers?: object };
    };
  }
  const { model } = loadModel(["../model"]);
  const services = [...model.shapes.values()].filter(
    (shape): shape is ServiceShape => shape.type === "service",
  );
  const cases = services.flatMap((service) => {
    const tests = trait(service, "smithy.rules#endpointTests") as unknown as {
      testCases: readonly EndpointTest[];
    };
    const ruleSet = ruleSetOf(service);
    return tests.testCases.map((one) => ({ ...one, ruleSet }));
  });

  test.each(cases)("$documentation", ({ ruleSet, params = {}, expect: expected }) => {
    const parameters = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        parameterKey(name, ruleSet.parameters[name]!),
        value,
      ]),
    );
    const resolve = resolverOf(ruleSet);
    if (expected.endpoint)
      expect(resolve(parameters).url.href).toBe(new URL(expected.endpoint.url).href);
    else expect(() => resolve(parameters)).toThrow(new runtime.EndpointError(expected.error));
  });
});

describe("conditions", () => {
  const answer = (url: string, ...conditions: Condition[]): Rule => ({
    conditions,
    endpoint: { url },
  });

  test("rules are tried in order, and all conditions have to hold", () => {
    const resolve = resolverOf(
      rulesOf(
        { a: boolean, b: boolean },
        answer(
          "https://both",
          { fn: "booleanEquals", argv: [{ ref: "a" }, true] },
          { fn: "booleanEquals", argv: [{ ref: "b" }, true] },
        ),
        answer("https://a", { fn: "booleanEquals", argv: [true, { ref: "a" }] }),
        answer("https://none"),
      ),
    );
    expect(resolve({ a: true, b: true }).url.host).toBe("both");
    expect(resolve({ a: true }).url.host).toBe("a");
    expect(resolve({ b: true }).url.host).toBe("none");
  });

  test("a value is assigned once, and seen by the rules below", () => {
    const ruleSet = rulesOf(
      { url: string },
      {
        conditions: [isSet("url"), { fn: "parseURL", argv: [{ ref: "url" }], assign: "parsed" }],
        rules: [
          answer("https://ip", { fn: "getAttr", argv: [{ ref: "parsed" }, "isIp"] }),
          answer("{parsed#scheme}://{parsed#authority}{parsed#normalizedPath}x"),
        ],
      },
    );
    expect(resolverOf(ruleSet)({ url: "https://1.2.3.4" }).url.host).toBe("ip");
    expect(resolverOf(ruleSet)({ url: "http://a.b:81/c" }).url.href).toBe("http://a.b:81/c/x");
    expect(printed(functionOf(ruleSet)).match(/parseUrl\(/g)).toHaveLength(1);
  });

  test("two rules may assign to the same name", () => {
    const assign = (value: string): Condition => ({
      fn: "substring",
      argv: [{ ref: "a" }, 0, Number(value), false],
      assign: "part",
    });
    const resolve = resolverOf(
      rulesOf(
        { a: { type: "string", required: true } },
        { conditions: [assign("4")], endpoint: { url: "https://four-{part}" } },
        { conditions: [assign("2")], endpoint: { url: "https://two-{part}" } },
      ),
    );
    expect(resolve({ a: "abcd" }).url.host).toBe("four-abcd");
    expect(resolve({ a: "abc" }).url.host).toBe("two-ab");
  });

  test("a rule that never matches leaves nothing behind", () => {
    const part: Condition = { fn: "uriEncode", argv: [{ ref: "a" }], assign: "part" };
    const resolve = resolverOf(
      rulesOf(
        { a: { type: "string", required: true } },
        answer("https://never", part, { fn: "not", argv: [isSet("a")] }),
        answer("https://x-{part}", part),
      ),
    );
    expect(resolve({ a: "y" }).url.host).toBe("x-y");
  });

  test("a choice beside a test keeps to itself", () => {
    const resolve = resolverOf(
      rulesOf(
        { a: boolean, b: boolean, c: boolean },
        answer(
          "https://yes",
          { fn: "coalesce", argv: [{ ref: "a" }, false] },
          { fn: "ite", argv: [{ fn: "coalesce", argv: [{ ref: "b" }, true] }, true, false] },
        ),
        answer("https://no"),
      ),
    );
    expect(resolve({ a: true }).url.host).toBe("yes");
    expect(resolve({ a: true, b: false }).url.host).toBe("no");
    expect(resolve({ b: true }).url.host).toBe("no");
  });

  test("a tree whose rules are exhausted is an error", () => {
    const resolve = resolverOf(
      rulesOf(
        { a: string },
        {
          conditions: [isSet("a")],
          rules: [answer("https://x", { fn: "stringEquals", argv: [{ ref: "a" }, "x"] })],
        },
        answer("https://never"),
      ),
    );
    expect(() => resolve({ a: "y" })).toThrow(runtime.EndpointError);
    expect(resolve({}).url.host).toBe("never");
  });

  test("a required parameter must be there", () => {
    const resolve = resolverOf(
      rulesOf({ a: { type: "string", required: true } }, answer("https://{a}")),
    );
    expect(() => resolve({})).toThrow("Missing required parameter: a");
  });

  test.each([
    [{ fn: "not", argv: [{ fn: "isSet", argv: [{ ref: "a" }] }] }, {}],
    [{ fn: "isValidHostLabel", argv: [{ fn: "coalesce", argv: [{ ref: "a" }, "b"] }, false] }, {}],
    [{ fn: "stringEquals", argv: [{ fn: "ite", argv: [true, "x", "y"] }, "x"] }, {}],
    [
      {
        fn: "stringEquals",
        argv: [{ fn: "getAttr", argv: [{ fn: "split", argv: ["p--q", "--", 0] }, "[1]"] }, "q"],
      },
      {},
    ],
    [{ fn: "stringEquals", argv: [{ fn: "uriEncode", argv: ["a b"] }, "a%20b"] }, {}],
    [
      {
        fn: "stringEquals",
        argv: [
          { fn: "getAttr", argv: [{ fn: "aws.partition", argv: ["cn-north-1"] }, "name"] },
          "aws-cn",
        ],
      },
      {},
    ],
    [
      {
        fn: "stringEquals",
        argv: [
          {
            fn: "getAttr",
            argv: [{ fn: "aws.parseArn", argv: ["arn:aws:s3:::b/c"] }, "resourceId[1]"],
          },
          "c",
        ],
      },
      {},
    ],
    [{ fn: "aws.isVirtualHostableS3Bucket", argv: ["bucket", false] }, {}],
  ] as [Condition, object][])("%j holds", (condition, parameters) => {
    const resolve = resolverOf(
      rulesOf({ a: string }, answer("https://yes", condition), answer("https://no")),
    );
    expect(resolve(parameters).url.host).toBe("yes");
  });
});

describe("what a rule comes to", () => {
  test("headers and properties are filled in at any depth", () => {
    const resolve = resolverOf(
      rulesOf(
        { a: { type: "string", required: true } },
        {
          endpoint: {
            url: "https://x",
            headers: { "x-a": ["{a}", { ref: "a" }] },
            properties: {
              authSchemes: [{ name: "sigv4", signingRegion: "{a}", disableDoubleEncoding: true }],
            },
          },
        },
      ),
    );
    expect(resolve({ a: "v" })).toMatchObject({
      headers: { "x-a": ["v", "v"] },
      properties: {
        authSchemes: [{ name: "sigv4", signingRegion: "v", disableDoubleEncoding: true }],
      },
    });
  });

  test("doubled braces stand for themselves", () => {
    const resolve = resolverOf(rulesOf({}, { error: "{{not}} a reference" }));
    expect(() => resolve({})).toThrow("{not} a reference");
  });

  test("text of the model stays inside of its literals", () => {
    const hostile = "\"'`\\ */ ${{x}} \u2028{a}";
    const resolve = resolverOf(
      rulesOf({ a: { type: "string", required: true } }, { error: hostile }),
    );
    expect(() => resolve({ a: "" })).toThrow(hostile.replace("{{x}}", "{x}").replace("{a}", ""));
  });

  test("names of the model stay names", () => {
    const name = "a;process.exit()//";
    const resolve = resolverOf(
      rulesOf(
        { [name]: { type: "string", required: true } },
        { endpoint: { url: `https://{${name}}` } },
      ),
    );
    expect(resolve({ [name]: "x" }).url.host).toBe("x");
  });

  test("names of the model hide nothing that the code uses", () => {
    const resolve = resolverOf(
      rulesOf(
        { partition: string, delete: string, URL: string },
        {
          conditions: [
            isSet("partition"),
            { fn: "aws.partition", argv: [{ ref: "partition" }], assign: "parseUrl" },
          ],
          endpoint: { url: "https://{parseUrl#name}" },
        },
      ),
    );
    expect(resolve({ partition: "cn-north-1" }).url.host).toBe("aws-cn");
  });
});

describe("what is not supported", () => {
  test.each([
    [
      rulesOf({}, { conditions: [{ fn: "fly", argv: [] }], error: "" }),
      "function fly is not supported",
    ],
    [
      rulesOf({}, { endpoint: { url: { ref: "a" } } }),
      "reference to a, which is neither a parameter nor assigned before",
    ],
    [
      rulesOf({ a: { type: "map" } }, { error: "" }),
      "parameter a has the type map, which is not supported",
    ],
    [rulesOf({ a: { type: "string", builtIn: "AWS::Moon" } }, { error: "" }), "built-in AWS::Moon"],
    [{ ...rulesOf({}, { error: "" }), version: "2.0" }, "version 2.0"],
    [rulesOf({ a: string }, { endpoint: { url: "https://{a}" } }), "{a} may be missing"],
    [
      rulesOf({ a: string }, { conditions: [isSet("a")], endpoint: { url: "https://{a#b}" } }),
      "attribute b of a is not known",
    ],
    [
      rulesOf({}, { conditions: [{ fn: "not", argv: ["a"] }], error: "" }),
      "expected argument 1 of not to be a boolean, found: string",
    ],
    [
      rulesOf({}, { conditions: [{ fn: "not", argv: [] }], error: "" }),
      "function not takes 1 arguments, found: 0",
    ],
  ])("%j", (ruleSet, problem) => {
    expect(compileEndpointRules(ruleSet).problems.join("; ")).toContain(problem);
  });
});

describe("services without rules of their own", () => {
  test("an AWS service is where AWS services are", () => {
    const resolve = resolverOf(awsRules("birds"));
    expect(resolve({ Region: "eu-west-1" }).url.host).toBe("birds.eu-west-1.amazonaws.com");
    expect(resolve({ Region: "us-gov-west-1", UseFIPS: true }).url.host).toBe(
      "birds-fips.us-gov-west-1.amazonaws.com",
    );
    expect(resolve({ Region: "cn-north-1", UseDualStack: true }).url.host).toBe(
      "birds.cn-north-1.api.amazonwebservices.com.cn",
    );
    expect(resolve({ Endpoint: "http://localhost:8080" }).url.href).toBe("http://localhost:8080/");
    expect(() => resolve({})).toThrow("Missing Region");
    expect(() => resolve({ Endpoint: "http://localhost", UseFIPS: true })).toThrow(
      "FIPS and custom endpoint",
    );
  });

  test("another service is where the user says", () => {
    const resolve = resolverOf(customRules);
    expect(resolve({ Endpoint: "https://birds.example" }).url.host).toBe("birds.example");
    expect(() => resolve({})).toThrow("Missing endpoint");
  });
});
