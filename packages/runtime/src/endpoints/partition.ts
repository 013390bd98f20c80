/** A group of AWS Regions with its own domain names. */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly supportsFIPS: boolean;
  readonly supportsDualStack: boolean;
  /** Where services without a Region are signed for. */
  readonly implicitGlobalRegion: string;
}

/** Name, what its Regions begin with, domain, dual-stack domain, global Region, whether dual-stack is there. */
type Row = readonly [string, string, string, string, string, boolean];

const AWS: Row = ["aws", "", "amazonaws.com", "api.aws", "us-east-1", true];

const OTHERS: readonly Row[] = [
  ["aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-northwest-1", true],
  ["aws-us-gov", "us-gov-", "amazonaws.com", "api.aws", "us-gov-west-1", true],
  ["aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1", false],
  ["aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1", false],
  ["aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1", true],
  ["aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-south-1", true],
  ["aws-eusc", "eusc-de-", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1", true],
];

/** The partition of a Region, or of a name such as `aws-cn-global`; unknown ones are taken for Regions of `aws`. */
export const partition = (region: string): Partition => {
  const [name, , dnsSuffix, dualStackDnsSuffix, implicitGlobalRegion, supportsDualStack] =
    OTHERS.find(([id, prefix]) => region.startsWith(prefix) || region === `${id}-global`) ?? AWS;
  return {
    name,
    dnsSuffix,
    dualStackDnsSuffix,
    supportsFIPS: true,
    supportsDualStack,
    implicitGlobalRegion,
  };
};
