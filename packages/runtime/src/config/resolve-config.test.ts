import type { AwsCredentialIdentity } from "@smithy/types";
import { describe, expect, it, vi } from "vitest";
import { answering, FeedCommand, ZooClient, zoo, zooClient } from "../testing/service.js";
import type { ClientConfig } from "./client-config.js";

const urlFor = async (config: ClientConfig): Promise<string> => {
  const requestHandler = answering({ body: "{}" });
  await zooClient({
    requestHandler,
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    ...config,
  }).send(new FeedCommand({ animal: "cat" }));
  const { protocol, hostname, port, path } = requestHandler.requests[0]!;
  return `${protocol}//${hostname}${port === undefined ? "" : `:${port}`}${path}`;
};

const provide =
  <T>(value: T) =>
  async () =>
    value;

describe("the endpoint", () => {
  it.each<[ClientConfig, string]>([
    [{ region: "eu-west-1" }, "https://zoo.eu-west-1.amazonaws.com/animals/cat/feed"],
    [{ region: provide("eu-west-1") }, "https://zoo.eu-west-1.amazonaws.com/animals/cat/feed"],
    [{ useFipsEndpoint: true }, "https://zoo-fips.us-east-1.amazonaws.com/animals/cat/feed"],
    [
      { useFipsEndpoint: provide(true), useDualstackEndpoint: provide(true) },
      "https://zoo-fips.us-east-1.api.aws/animals/cat/feed",
    ],
    [{ region: "us-east-2-fips" }, "https://zoo-fips.us-east-2.amazonaws.com/animals/cat/feed"],
    [{ region: "fips-us-east-2" }, "https://zoo-fips.us-east-2.amazonaws.com/animals/cat/feed"],
    [{ region: "fips-aws-global" }, "https://zoo-fips.us-east-1.amazonaws.com/animals/cat/feed"],
    [{ endpoint: "http://localhost:1/x" }, "http://localhost:1/x/animals/cat/feed"],
    [{ endpoint: provide("http://localhost:1") }, "http://localhost:1/animals/cat/feed"],
    [{ endpoint: { url: new URL("http://a.b") } }, "http://a.b/animals/cat/feed"],
    [
      { endpoint: { protocol: "https:", hostname: "a.b", port: 8443, path: "/" } },
      "https://a.b:8443/animals/cat/feed",
    ],
  ])("follows from %j", async (config, url) => {
    expect(await urlFor(config)).toBe(url);
  });

  it("is refused as the rules say", async () => {
    await expect(urlFor({ endpoint: "http://a.b", useFipsEndpoint: true })).rejects.toThrow(
      "FIPS and custom endpoint are not supported",
    );
  });

  it("needs a region that can be part of a host name", async () => {
    await expect(urlFor({ region: "us-east-1.evil.example/" })).rejects.toThrow(
      'Region not accepted: "us-east-1.evil.example/"',
    );
  });

  it("is worked out once", async () => {
    const resolveEndpoint = vi.fn(zoo.resolveEndpoint);
    const client = zooClient(
      { requestHandler: answering({ body: "{}" }) },
      { ...zoo, resolveEndpoint },
    );
    await client.send(new FeedCommand({ animal: "cat" }));
    await client.send(new FeedCommand({ animal: "dog" }));
    expect(resolveEndpoint).toHaveBeenCalledTimes(1);
  });

  it("follows a region that is put in later", async () => {
    const requestHandler = answering({ body: "{}" });
    const client = zooClient({ requestHandler });
    await client.send(new FeedCommand({ animal: "cat" }));
    client.config.region = provide("eu-west-1");
    await client.send(new FeedCommand({ animal: "cat" }));
    expect(requestHandler.requests[1]!.hostname).toBe("zoo.eu-west-1.amazonaws.com");
  });
});

describe("the resolved configuration", () => {
  it("is asked like that of the AWS SDK", async () => {
    const { config } = zooClient({ region: "eu-west-1", maxAttempts: 4, retryMode: "adaptive" });
    expect(await config.region()).toBe("eu-west-1");
    expect(await config.credentials()).toMatchObject({ accessKeyId: "AKIDEXAMPLE" });
    expect(await config.maxAttempts()).toBe(4);
    expect(await config.retryStrategy()).toMatchObject({ mode: "adaptive" });
    expect(await config.useFipsEndpoint()).toBe(false);
    expect(await config.useDualstackEndpoint()).toBe(false);
    expect(config.endpoint).toBeUndefined();
    expect(config).toMatchObject({ serviceId: "Zoo", apiVersion: "2024-01-01", runtime: "node" });
  });

  it("shows a custom endpoint in its parts", async () => {
    const { config } = zooClient({ endpoint: "http://localhost:8080/x" });
    expect(await config.endpoint?.()).toMatchObject({
      protocol: "http:",
      hostname: "localhost",
      port: 8080,
      path: "/x",
    });
  });

  it("leaves what it was made from as it was", () => {
    const config: ClientConfig = Object.freeze({ region: "eu-west-1", maxAttempts: 2 });
    const client = new ZooClient(config);
    expect(client.config).not.toBe(config);
    expect(config).toEqual({ region: "eu-west-1", maxAttempts: 2 });
  });

  it("takes undefined for not given", async () => {
    const { config } = zooClient({
      maxAttempts: undefined,
      logger: undefined,
      endpoint: undefined,
    });
    expect(await config.maxAttempts()).toBe(3);
  });

  it("uses a retry strategy given", async () => {
    const retryStrategy = { mode: "mine", retry: vi.fn() };
    expect(await zooClient({ retryStrategy }).config.retryStrategy()).toBe(retryStrategy);
  });
});

describe("default credentials", () => {
  it("come from the provider that the client is given", async () => {
    const identity: AwsCredentialIdentity = { accessKeyId: "A", secretAccessKey: "s" };
    const credentialDefaultProvider = vi.fn(() => provide(identity));
    const client = zooClient({ credentials: undefined, credentialDefaultProvider });
    expect(credentialDefaultProvider).not.toHaveBeenCalled();
    expect(await client.config.credentials()).toEqual(identity);
    expect(credentialDefaultProvider).toHaveBeenCalledWith(client.config);
  });
});

describe("extensions", () => {
  it("change handler, region, retries and credentials, in order", async () => {
    const requestHandler = answering({ body: "{}" });
    const client = zooClient({
      extensions: [
        {
          configure(configuration) {
            configuration.setHttpHandler(requestHandler);
            configuration.setRegion(provide("eu-west-1"));
          },
        },
        {
          configure(configuration) {
            expect(configuration.httpHandler()).toBe(requestHandler);
            configuration.setCredentials({ accessKeyId: "OTHER", secretAccessKey: "s" });
            configuration.setRetryStrategy(
              provide({ mode: "mine", retry: (next, args) => next(args) }),
            );
          },
        },
      ],
    });
    await client.send(new FeedCommand({ animal: "cat" }));
    const [request] = requestHandler.requests;
    expect(request!.hostname).toBe("zoo.eu-west-1.amazonaws.com");
    expect(request!.headers["authorization"]).toContain("Credential=OTHER/");
    expect(await client.config.retryStrategy()).toMatchObject({ mode: "mine" });
  });
});
