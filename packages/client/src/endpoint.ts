import { EndpointError, type RulesEndpoint, partition } from "@wickr-admin/runtime";

/** What the endpoint follows from. */
export interface EndpointParameters {
  /** AWS Region to send requests to. */
  readonly Region?: string | undefined;
  /** Whether to use the endpoint that keeps to FIPS. */
  readonly UseFIPS?: boolean | undefined;
  /** Whether to use the endpoint that answers over IPv6 as well as IPv4. */
  readonly UseDualStack?: boolean | undefined;
  /** Endpoint to send requests to, in place of the one that the Region gives. */
  readonly Endpoint?: string | undefined;
}

/**
 * Where requests go, by the service's endpoint rules.
 *
 * @throws EndpointError where the rules have no endpoint for these parameters.
 */
export const resolveEndpoint = ({
  Region: region,
  UseDualStack: useDualStack = false,
  UseFIPS: useFIPS = false,
  Endpoint: endpoint,
}: EndpointParameters): RulesEndpoint => {
  if (endpoint != null) {
    if (useFIPS) {
      throw new EndpointError("Invalid Configuration: FIPS and custom endpoint are not supported");
    }
    if (useDualStack) {
      throw new EndpointError(
        "Invalid Configuration: Dualstack and custom endpoint are not supported",
      );
    }
    return { url: new URL(endpoint) };
  }
  if (region != null) {
    const partitionResult = partition(region);
    if (useFIPS && useDualStack) {
      if (partitionResult.supportsFIPS && partitionResult.supportsDualStack) {
        return {
          url: new URL(`https://admin.wickr-fips.${region}.${partitionResult.dualStackDnsSuffix}`),
        };
      }
      throw new EndpointError(
        "FIPS and DualStack are enabled, but this partition does not support one or both",
      );
    }
    if (useFIPS) {
      if (partitionResult.supportsFIPS) {
        return { url: new URL(`https://admin.wickr-fips.${region}.${partitionResult.dnsSuffix}`) };
      }
      throw new EndpointError("FIPS is enabled but this partition does not support FIPS");
    }
    if (useDualStack) {
      if (partitionResult.supportsDualStack) {
        return {
          url: new URL(`https://admin.wickr.${region}.${partitionResult.dualStackDnsSuffix}`),
        };
      }
      throw new EndpointError("DualStack is enabled but this partition does not support DualStack");
    }
    return { url: new URL(`https://admin.wickr.${region}.${partitionResult.dnsSuffix}`) };
  }
  throw new EndpointError("Invalid Configuration: Missing Region");
};
