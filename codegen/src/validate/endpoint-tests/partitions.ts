import type { JsonObject } from "../../model/json.js";

interface Partition extends JsonObject {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly implicitGlobalRegion: string;
  readonly supportsFIPS: boolean;
  readonly supportsDualStack: boolean;
}

const partition = (
  name: string,
  implicitGlobalRegion: string,
  dnsSuffix: string,
  dualStackDnsSuffix: string,
  supportsDualStack = true,
): Partition => ({
  name,
  implicitGlobalRegion,
  dnsSuffix,
  dualStackDnsSuffix,
  supportsFIPS: true,
  supportsDualStack,
});

/** What Regions without a partition of their own are taken for. */
const AWS = partition("aws", "us-east-1", "amazonaws.com", "api.aws");

/** The others, by what the names of their Regions begin with. */
const OTHERS: Readonly<Record<string, Partition>> = {
  "cn-": partition("aws-cn", "cn-northwest-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
  "eu-isoe-": partition("aws-iso-e", "eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
  "eusc-de-": partition("aws-eusc", "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu"),
  "us-gov-": partition("aws-us-gov", "us-gov-west-1", "amazonaws.com", "api.aws"),
  "us-iso-": partition("aws-iso", "us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov", false),
  "us-isob-": partition("aws-iso-b", "us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud", false),
  "us-isof-": partition("aws-iso-f", "us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
};

/** The partition of a Region, or of a name such as `aws-cn-global`. */
export const partitionOf = (region: string): Partition => {
  const found = Object.entries(OTHERS).find(
    ([start, { name }]) => region.startsWith(start) || region === `${name}-global`,
  );
  return found?.[1] ?? AWS;
};
