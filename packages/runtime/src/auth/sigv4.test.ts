import { createHash, createHmac } from "node:crypto";
import type { HttpRequest } from "@smithy/types";
import { afterEach, expect, it, vi } from "vitest";
import { answering, FeedCommand, zoo, zooClient } from "../testing/service.js";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/** Signature Version 4 as AWS documents it, step by step. */
const expectedAuthorization = (
  { method, path, headers, body }: HttpRequest,
  scope: { accessKeyId: string; secretAccessKey: string; region: string; service: string },
): string => {
  const signed = /SignedHeaders=([^,]+)/.exec(headers["authorization"]!)![1]!;
  const canonicalRequest = [
    method,
    path,
    "",
    ...signed.split(";").map((name) => `${name}:${headers[name]!.trim()}`),
    "",
    signed,
    sha256(body as string),
  ].join("\n");
  const date = headers["x-amz-date"]!;
  const day = date.slice(0, 8);
  const { accessKeyId, secretAccessKey, region, service } = scope;
  const credentialScope = `${day}/${region}/${service}/aws4_request`;
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${secretAccessKey}`,
  );
  const signature = hmac(
    key,
    ["AWS4-HMAC-SHA256", date, credentialScope, sha256(canonicalRequest)].join("\n"),
  ).toString("hex");
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${credentialScope}, SignedHeaders=${signed}, Signature=${signature}`;
};

const cat = () => new FeedCommand({ animal: "cat", secret: "ü" });
const identity = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "very-secret-key" };

afterEach(() => {
  vi.useRealTimers();
});

it("signs as Signature Version 4 says", async () => {
  const requestHandler = answering({ body: "{}" });
  await zooClient({ requestHandler }).send(cat());
  const [request] = requestHandler.requests;
  expect(request!.headers["authorization"]).toBe(
    expectedAuthorization(request!, { ...identity, region: "us-east-1", service: "zoo" }),
  );
  expect(request!.headers["authorization"]).toContain("content-type;host;x-amz-content-sha256");
});

it("sends and signs the session token", async () => {
  const requestHandler = answering({ body: "{}" });
  await zooClient({
    requestHandler,
    credentials: { ...identity, sessionToken: "session" },
  }).send(cat());
  const [request] = requestHandler.requests;
  expect(request!.headers["x-amz-security-token"]).toBe("session");
  expect(request!.headers["authorization"]).toContain("x-amz-security-token");
});

it("takes region and name from the endpoint's rules", async () => {
  const requestHandler = answering({ body: "{}" });
  const service = {
    ...zoo,
    resolveEndpoint: () => ({
      url: new URL("https://zoo.example"),
      properties: {
        authSchemes: [{ name: "sigv4", signingRegion: "eu-west-1", signingName: "zoo-eu" }],
      },
    }),
  };
  await zooClient({ requestHandler }, service).send(cat());
  const [request] = requestHandler.requests;
  expect(request!.headers["authorization"]).toBe(
    expectedAuthorization(request!, { ...identity, region: "eu-west-1", service: "zoo-eu" }),
  );
});

it("derives a new key when the day changes", async () => {
  const requestHandler = answering({ body: "{}" });
  const client = zooClient({ requestHandler });
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const day of ["2024-02-01T23:59:59Z", "2024-02-02T00:00:00Z"]) {
    vi.setSystemTime(new Date(day));
    await client.send(cat());
  }
  for (const request of requestHandler.requests) {
    expect(request.headers["authorization"]).toBe(
      expectedAuthorization(request, { ...identity, region: "us-east-1", service: "zoo" }),
    );
  }
});

it("asks for credentials once while they last, and again before they expire", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const provider = vi.fn(async () => ({
    accessKeyId: `KEY${provider.mock.calls.length}`,
    secretAccessKey: "secret",
    expiration: new Date(Date.now() + 3_600_000),
  }));
  const requestHandler = answering({ body: "{}" });
  const client = zooClient({ requestHandler, credentials: provider });
  await client.send(cat());
  await client.send(cat());
  vi.setSystemTime(Date.now() + 3_500_000);
  await client.send(cat());
  expect(provider).toHaveBeenCalledTimes(2);
  const last = requestHandler.requests[2]!;
  expect(last.headers["authorization"]).toBe(
    expectedAuthorization(last, {
      accessKeyId: "KEY2",
      secretAccessKey: "secret",
      region: "us-east-1",
      service: "zoo",
    }),
  );
});

it("tells a credential provider which client it works for", async () => {
  const provider = vi.fn(async () => identity);
  const client = zooClient({ requestHandler: answering({ body: "{}" }), credentials: provider });
  await client.send(cat());
  expect(provider).toHaveBeenCalledWith(
    expect.objectContaining({ callerClientConfig: client.config }),
  );
});

it("tries credentials again after a failure", async () => {
  const provider = vi.fn(async () => identity).mockRejectedValueOnce(new Error("not yet"));
  const client = zooClient({ requestHandler: answering({ body: "{}" }), credentials: provider });
  await expect(client.send(cat())).rejects.toThrow("not yet");
  await expect(client.send(cat())).resolves.toBeDefined();
});
