import type { Parameter, Rule, RuleSet } from "./rule-set.js";

const PARAMETERS: Readonly<Record<"Region" | "UseFIPS" | "UseDualStack" | "Endpoint", Parameter>> =
  {
    Region: {
      builtIn: "AWS::Region",
      type: "string",
      documentation: "The AWS Region to send requests to.",
    },
    UseFIPS: {
      builtIn: "AWS::UseFIPS",
      type: "boolean",
      required: true,
      default: false,
      documentation: "Whether to use an endpoint that keeps to FIPS 140.",
    },
    UseDualStack: {
      builtIn: "AWS::UseDualStack",
      type: "boolean",
      required: true,
      default: false,
      documentation: "Whether to use an endpoint that answers over IPv6 as well as IPv4.",
    },
    Endpoint: {
      builtIn: "SDK::Endpoint",
      type: "string",
      documentation: "The endpoint to send requests to, in place of any other.",
    },
  };

const customEndpoint: Rule = {
  conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }],
  endpoint: { url: { ref: "Endpoint" } },
};

const is = (name: string) => ({ fn: "booleanEquals", argv: [{ ref: name }, true] });

const supports = (attribute: string) => ({
  fn: "booleanEquals",
  argv: [{ fn: "getAttr", argv: [{ ref: "PartitionResult" }, attribute] }, true],
});

const error = (message: string, ...conditions: NonNullable<Rule["conditions"]>): Rule => ({
  conditions,
  error: message,
});

/** The rules that AWS services keep to which state none of their own. */
export const awsRules = (prefix: string): RuleSet => {
  const endpoint = (host: string, suffix: string): Rule => ({
    endpoint: { url: `https://${host}.{Region}.{PartitionResult#${suffix}}` },
  });
  return {
    parameters: PARAMETERS,
    rules: [
      {
        conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }],
        rules: [
          error("Invalid Configuration: FIPS and custom endpoint are not supported", is("UseFIPS")),
          error(
            "Invalid Configuration: Dualstack and custom endpoint are not supported",
            is("UseDualStack"),
          ),
          { endpoint: { url: { ref: "Endpoint" } } },
        ],
      },
      {
        conditions: [
          { fn: "isSet", argv: [{ ref: "Region" }] },
          { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "PartitionResult" },
        ],
        rules: [
          {
            conditions: [is("UseFIPS"), is("UseDualStack")],
            rules: [
              {
                conditions: [supports("supportsFIPS"), supports("supportsDualStack")],
                ...endpoint(`${prefix}-fips`, "dualStackDnsSuffix"),
              },
              error(
                "FIPS and DualStack are enabled, but this partition does not support one or both",
              ),
            ],
          },
          {
            conditions: [is("UseFIPS")],
            rules: [
              {
                conditions: [supports("supportsFIPS")],
                ...endpoint(`${prefix}-fips`, "dnsSuffix"),
              },
              error("FIPS is enabled but this partition does not support FIPS"),
            ],
          },
          {
            conditions: [is("UseDualStack")],
            rules: [
              {
                conditions: [supports("supportsDualStack")],
                ...endpoint(prefix, "dualStackDnsSuffix"),
              },
              error("DualStack is enabled but this partition does not support DualStack"),
            ],
          },
          endpoint(prefix, "dnsSuffix"),
        ],
      },
      error("Invalid Configuration: Missing Region"),
    ],
  };
};

/** A service outside AWS is where the user says. */
export const customRules: RuleSet = {
  parameters: { Endpoint: PARAMETERS.Endpoint },
  rules: [customEndpoint, error("Invalid Configuration: Missing endpoint")],
};
