import { ListNetworksCommand, WickrClient, type WickrClientConfig } from "@wickr-admin/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { CannedHandler } from "@wickr-admin/test-support/canned-handler";
import { OFFLINE_CONFIG } from "@wickr-admin/test-support/client-module";

let handler: CannedHandler;
let client: WickrClient | undefined;

beforeEach(() => {
  handler = new CannedHandler();
});
afterEach(() => client?.destroy());

/** Where a client with the configuration sends its requests. */
const originOf = async (config: WickrClientConfig): Promise<string> => {
  client = new WickrClient({ ...OFFLINE_CONFIG, requestHandler: handler as never, ...config });
  await client.send(new ListNetworksCommand());
  const { protocol, hostname, port } = handler.request;
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}`;
};

describe("by region", () => {
  test.each([
    ["us-east-1", "https://admin.wickr.us-east-1.amazonaws.com"],
    ["eu-central-1", "https://admin.wickr.eu-central-1.amazonaws.com"],
    ["cn-north-1", "https://admin.wickr.cn-north-1.amazonaws.com.cn"],
    ["us-gov-west-1", "https://admin.wickr.us-gov-west-1.amazonaws.com"],
    ["us-iso-east-1", "https://admin.wickr.us-iso-east-1.c2s.ic.gov"],
    ["us-isob-east-1", "https://admin.wickr.us-isob-east-1.sc2s.sgov.gov"],
    ["mars-north-7", "https://admin.wickr.mars-north-7.amazonaws.com"],
  ])("%s", async (region, origin) => {
    expect(await originOf({ region })).toBe(origin);
  });
});

describe("by region, with FIPS", () => {
  test.each([
    ["us-east-1", "https://admin.wickr-fips.us-east-1.amazonaws.com"],
    ["cn-north-1", "https://admin.wickr-fips.cn-north-1.amazonaws.com.cn"],
    ["us-gov-west-1", "https://admin.wickr-fips.us-gov-west-1.amazonaws.com"],
    ["us-iso-east-1", "https://admin.wickr-fips.us-iso-east-1.c2s.ic.gov"],
    ["us-isob-east-1", "https://admin.wickr-fips.us-isob-east-1.sc2s.sgov.gov"],
  ])("%s", async (region, origin) => {
    expect(await originOf({ region, useFipsEndpoint: true })).toBe(origin);
  });
});

describe("by region, with dual-stack", () => {
  test.each([
    ["us-east-1", "https://admin.wickr.us-east-1.api.aws"],
    ["cn-north-1", "https://admin.wickr.cn-north-1.api.amazonwebservices.com.cn"],
    ["us-gov-west-1", "https://admin.wickr.us-gov-west-1.api.aws"],
  ])("%s", async (region, origin) => {
    expect(await originOf({ region, useDualstackEndpoint: true })).toBe(origin);
  });
});

describe("by region, with FIPS and dual-stack", () => {
  test.each([
    ["us-east-1", "https://admin.wickr-fips.us-east-1.api.aws"],
    ["cn-north-1", "https://admin.wickr-fips.cn-north-1.api.amazonwebservices.com.cn"],
    ["us-gov-west-1", "https://admin.wickr-fips.us-gov-west-1.api.aws"],
  ])("%s", async (region, origin) => {
    const config = { region, useFipsEndpoint: true, useDualstackEndpoint: true };
    expect(await originOf(config)).toBe(origin);
  });
});

describe("an error before anything is sent", () => {
  const endpoint = "https://localhost:8443";
  const noDualStack = "DualStack is enabled but this partition does not support DualStack";
  const notBoth = "FIPS and DualStack are enabled, but this partition does not support one or both";
  const cases: [string, string, WickrClientConfig][] = [
    ["dual-stack in us-iso", noDualStack, { region: "us-iso-east-1", useDualstackEndpoint: true }],
    [
      "dual-stack in us-isob",
      noDualStack,
      { region: "us-isob-east-1", useDualstackEndpoint: true },
    ],
    [
      "FIPS and dual-stack in us-iso",
      notBoth,
      { region: "us-iso-east-1", useFipsEndpoint: true, useDualstackEndpoint: true },
    ],
    [
      "FIPS and dual-stack in us-isob",
      notBoth,
      { region: "us-isob-east-1", useFipsEndpoint: true, useDualstackEndpoint: true },
    ],
    [
      "a custom endpoint with FIPS",
      "Invalid Configuration: FIPS and custom endpoint are not supported",
      { endpoint, useFipsEndpoint: true },
    ],
    [
      "a custom endpoint with dual-stack",
      "Invalid Configuration: Dualstack and custom endpoint are not supported",
      { endpoint, useDualstackEndpoint: true },
    ],
  ];

  // The message tells the service's own rules from any other failure.
  test.each(cases)("%s", async (_name, message, config) => {
    await expect(originOf(config)).rejects.toThrow(message);
    expect(handler.requests).toHaveLength(0);
  });
});

describe("without a region", () => {
  beforeEach(() => {
    for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"])
      vi.stubEnv(name, undefined);
    for (const name of ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"])
      vi.stubEnv(name, "/nowhere");
  });
  afterEach(() => vi.unstubAllEnvs());

  test("nothing is sent", async () => {
    await expect(originOf({ region: undefined as never })).rejects.toThrow("Region is missing");
    expect(handler.requests).toHaveLength(0);
  });
});

describe("a custom endpoint", () => {
  test("wins over the region", async () => {
    expect(await originOf({ endpoint: "https://localhost:8443" })).toBe("https://localhost:8443");
  });

  test("may speak plain HTTP", async () => {
    expect(await originOf({ endpoint: "http://127.0.0.1:3000" })).toBe("http://127.0.0.1:3000");
  });

  test("puts its path before the operation's", async () => {
    await originOf({ endpoint: "https://localhost/base/" });
    expect(handler.request.path).toBe("/base/networks");
  });
});
