import { awsEndpointFunctions } from "@aws-sdk/core/client";
import { customEndpointFunctions, resolveEndpoint } from "@smithy/core/endpoints";
import { hasTrait, ruleSetOf, type ServiceShape } from "@wickr-admin/codegen";

/** Where a client is configured to send its requests. */
export interface EndpointParameters {
  readonly Region: string;
  readonly UseFIPS: boolean;
  readonly UseDualStack: boolean;
}

/** Says where requests go: a URL, or the error in words. Endpoints are compared by that, not by how they are told. */
export type Endpoints = (parameters: EndpointParameters) => string;

/** One region of each partition with rules of its own. */
const REGIONS = [
  "us-east-1",
  "eu-central-1",
  "cn-north-1",
  "us-gov-west-1",
  "us-iso-east-1",
  "us-isob-east-1",
];

/** A configuration that leads to two different places. */
export interface EndpointDifference {
  readonly setting: string;
  readonly ours: string;
  readonly theirs: string;
}

/** Where two lead to different places. */
export const endpointDifferences = (ours: Endpoints, theirs: Endpoints): EndpointDifference[] =>
  REGIONS.flatMap((Region) =>
    [false, true].flatMap((UseFIPS) =>
      [false, true].flatMap((UseDualStack) => {
        const parameters = { Region, UseFIPS, UseDualStack };
        const [a, b] = [ours(parameters), theirs(parameters)];
        const setting = [
          Region,
          ...(UseFIPS ? ["FIPS"] : []),
          ...(UseDualStack ? ["dual-stack"] : []),
        ];
        return a === b ? [] : [{ setting: setting.join(", "), ours: a, theirs: b }];
      }),
    ),
  );

/** The endpoints of a model's service; undefined where its traits say nothing of them. */
export const endpointsOf = (service: ServiceShape): Endpoints | undefined => {
  const isTold =
    hasTrait(service, "smithy.rules#endpointRuleSet") ||
    hasTrait(service, "smithy.rules#endpointBdd");
  if (!isTold) return undefined;
  const rules = ruleSetOf(service);
  const known = Object.keys(rules.parameters);
  return ({ ...parameters }) => {
    const endpointParams = Object.fromEntries(
      Object.entries(parameters).filter(([name]) => known.includes(name)),
    );
    customEndpointFunctions["aws"] = awsEndpointFunctions;
    return resolved(() => resolveEndpoint(rules as never, { endpointParams }));
  };
};

/** The endpoints of an official client; undefined where it does not work them out by itself. */
export const endpointsOfClient = (Client: new (config: never) => object): Endpoints | undefined => {
  const { config } = new Client({ region: "us-east-1" } as never) as {
    config: { endpointProvider?: (parameters: object) => { readonly url: URL } };
  };
  const { endpointProvider } = config;
  return endpointProvider && ((parameters) => resolved(() => endpointProvider(parameters)));
};

/** Errors are told alike, whoever words them. */
const resolved = (resolve: () => { readonly url: URL }): string => {
  try {
    return resolve().url.href;
  } catch {
    return "an error";
  }
};
