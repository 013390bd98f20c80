import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FeedCommand, ZooClient } from "../../testing/service.js";
import type { ClientConfig } from "../../config/client-config.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "runtime-"));
  for (const name of Object.keys(process.env))
    if (name.startsWith("AWS_")) vi.stubEnv(name, undefined);

  vi.stubEnv("AWS_CONFIG_FILE", join(folder, "config"));
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", join(folder, "credentials"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const configFile = (text: string): void => {
  writeFileSync(join(folder, "config"), text);
};

const FILE = `[default]
region = eu-west-1
max_attempts = 5
retry_mode = adaptive
use_fips_endpoint = true
use_dualstack_endpoint = true
sdk_ua_app_id = from-file
[profile other]
region = eu-west-2
`;

const settings = async (config: ClientConfig = {}) => {
  const resolved = new ZooClient(config).config;
  return {
    region: await resolved.region(),
    maxAttempts: await resolved.maxAttempts(),
    retryMode: ((await resolved.retryStrategy()) as { mode?: string }).mode,
    fips: await resolved.useFipsEndpoint(),
    dualStack: await resolved.useDualstackEndpoint(),
    appId: await resolved.userAgentAppId(),
  };
};

it("has defaults for all but the region", async () => {
  expect(await settings({ region: "us-east-1" })).toEqual({
    region: "us-east-1",
    maxAttempts: 3,
    retryMode: "standard",
    fips: false,
    dualStack: false,
    appId: undefined,
  });
});

it("says where a region could stand", async () => {
  await expect(new ZooClient().config.region()).rejects.toThrow(
    "Region is missing: pass `region` to the client, set AWS_REGION, or set `region` in the shared config file.",
  );
});

it("reads the shared config file", async () => {
  configFile(FILE);
  expect(await settings()).toEqual({
    region: "eu-west-1",
    maxAttempts: 5,
    retryMode: "adaptive",
    fips: true,
    dualStack: true,
    appId: "from-file",
  });
});

it("prefers the environment to the file", async () => {
  configFile(FILE);
  vi.stubEnv("AWS_REGION", "ap-south-1");
  vi.stubEnv("AWS_MAX_ATTEMPTS", "7");
  vi.stubEnv("AWS_RETRY_MODE", "legacy");
  vi.stubEnv("AWS_USE_FIPS_ENDPOINT", "false");
  vi.stubEnv("AWS_USE_DUALSTACK_ENDPOINT", "false");
  vi.stubEnv("AWS_SDK_UA_APP_ID", "from-env");
  expect(await settings()).toEqual({
    region: "ap-south-1",
    maxAttempts: 7,
    retryMode: "standard",
    fips: false,
    dualStack: false,
    appId: "from-env",
  });
});

it("prefers what the client is given to all else", async () => {
  configFile(FILE);
  vi.stubEnv("AWS_REGION", "ap-south-1");
  expect(
    await settings({
      region: "us-west-2",
      maxAttempts: 1,
      retryMode: "standard",
      useFipsEndpoint: false,
      useDualstackEndpoint: false,
      userAgentAppId: "given",
    }),
  ).toEqual({
    region: "us-west-2",
    maxAttempts: 1,
    retryMode: "standard",
    fips: false,
    dualStack: false,
    appId: "given",
  });
});

it("reads the profile that the client or the environment names", async () => {
  configFile(FILE);
  expect(await new ZooClient({ profile: "other" }).config.region()).toBe("eu-west-2");
  vi.stubEnv("AWS_PROFILE", "other");
  expect(await new ZooClient().config.region()).toBe("eu-west-2");
});

it("prefers the region of the credentials file", async () => {
  configFile(FILE);
  writeFileSync(join(folder, "credentials"), "[default]\nregion = sa-east-1\n");
  expect(await new ZooClient().config.region()).toBe("sa-east-1");
});

it.each([
  ["AWS_MAX_ATTEMPTS", "many", "a whole number, 1 or more"],
  ["AWS_MAX_ATTEMPTS", "0", "a whole number, 1 or more"],
  ["AWS_RETRY_MODE", "fast", "standard or adaptive"],
  ["AWS_USE_FIPS_ENDPOINT", "yes", "true or false"],
  ["AWS_USE_DUALSTACK_ENDPOINT", "1", "true or false"],
])("refuses %s=%s", async (name, value, expected) => {
  vi.stubEnv(name, value);
  const client = new ZooClient({
    region: "us-east-1",
    credentials: { accessKeyId: "A", secretAccessKey: "s" },
    requestHandler: { handle: () => expect.unreachable() },
  });
  await expect(client.send(new FeedCommand({ animal: "cat" }))).rejects.toThrow(
    `Environment variable ${name}: found "${value}", expected ${expected}.`,
  );
});

it("refuses what the file gets wrong", async () => {
  configFile("[default]\nmax_attempts = many\n");
  await expect(new ZooClient().config.maxAttempts()).rejects.toThrow(
    'Shared config file, max_attempts: found "many", expected a whole number, 1 or more.',
  );
});

it("finds credentials as the AWS SDK does", async () => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", "FROM_ENV");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
  const client = new ZooClient({ region: "us-east-1" });
  expect(await client.config.credentials()).toMatchObject({ accessKeyId: "FROM_ENV" });
});

it("finds credentials in the profile named", async () => {
  writeFileSync(
    join(folder, "credentials"),
    "[other]\naws_access_key_id = FROM_FILE\naws_secret_access_key = secret\n",
  );
  const client = new ZooClient({ region: "us-east-1", profile: "other" });
  expect(await client.config.credentials()).toMatchObject({ accessKeyId: "FROM_FILE" });
});

it.each([
  [
    "the service's variable",
    { AWS_ENDPOINT_URL_ZOO: "http://own:1", AWS_ENDPOINT_URL: "http://any:2" },
    "own",
  ],
  ["the variable for all services", { AWS_ENDPOINT_URL: "http://any:2" }, "any"],
  ["the shared config file", {}, "file"],
])("takes an endpoint from %s", async (_, variables, hostname) => {
  configFile("[default]\nendpoint_url = http://file:3\n");
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);

  expect(await new ZooClient({ region: "us-east-1" }).config.configuredEndpoint()).toMatchObject({
    hostname,
  });
});

it("ignores configured endpoints where it is told to", async () => {
  vi.stubEnv("AWS_ENDPOINT_URL", "http://any:2");
  vi.stubEnv("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
  expect(await new ZooClient({ region: "us-east-1" }).config.configuredEndpoint()).toBeUndefined();
});
