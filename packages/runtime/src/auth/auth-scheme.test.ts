import { expect, it } from "vitest";
import { answering, variant, zoo, zooClient } from "../testing/service.js";
import type { Service } from "../client/service.js";
import type { ClientConfig } from "../config/client-config.js";
import type { AuthScheme } from "./auth-scheme.js";
import { httpApiKeyAuth } from "./http-api-key-auth.js";
import { httpBearerAuth } from "./http-bearer-auth.js";
import { noAuth } from "./no-auth.js";
import { sigV4 } from "./sigv4.js";
import { sigV4a } from "./sigv4a.js";

const sent = async (auth: readonly AuthScheme[], config: ClientConfig) => {
  const requestHandler = answering({ body: "{}" });
  await zooClient({ requestHandler, ...config }, zoo).send(variant({ auth }));
  return requestHandler.requests[0]!;
};

const failing = async () => {
  throw new Error("no credentials");
};

it("sends a bearer token", async () => {
  const { headers } = await sent([httpBearerAuth()], { token: { token: "t" } });
  expect(headers["authorization"]).toBe("Bearer t");
});

it("sends an API key in a header, after its scheme", async () => {
  const scheme = httpApiKeyAuth({ name: "Authorization", in: "header", scheme: "Key" });
  const { headers } = await sent([scheme], { apiKey: { apiKey: "k" } });
  expect(headers["authorization"]).toBe("Key k");
});

it("sends an API key in the query", async () => {
  const scheme = httpApiKeyAuth({ name: "key", in: "query" });
  const { query } = await sent([scheme], { apiKey: async () => ({ apiKey: "k" }) });
  expect(query).toEqual({ key: "k" });
});

it.each([
  [httpBearerAuth(), "A token is missing"],
  [httpApiKeyAuth({ name: "key", in: "query" }), "An API key is missing"],
])("says what is missing", async (scheme, message) => {
  await expect(sent([scheme], {})).rejects.toThrow(message);
});

it("takes the first scheme that there is an identity for", async () => {
  const { headers } = await sent([httpBearerAuth(), sigV4("zoo")], {});
  expect(headers["authorization"]).toMatch(/^AWS4-HMAC-SHA256/);
});

it("signs where signing is optional and there are credentials", async () => {
  const { headers } = await sent([sigV4("zoo"), noAuth], {});
  expect(headers["authorization"]).toMatch(/^AWS4-HMAC-SHA256/);
});

it("does not sign where signing is optional and there are none", async () => {
  const { headers } = await sent([sigV4("zoo"), noAuth], { credentials: failing });
  expect(headers["authorization"]).toBeUndefined();
});

it("signs for several regions", async () => {
  const { headers } = await sent([sigV4a("zoo")], {});
  expect(headers["x-amz-region-set"]).toBe("us-east-1");
  expect(headers["authorization"]).toMatch(
    /^AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/zoo\/aws4_request, SignedHeaders=\S+, Signature=30[\da-f]+$/,
  );
});

it("signs as the endpoint wants it, where there is a choice", async () => {
  const requestHandler = answering({ body: "{}" });
  const authSchemes = [{ name: "sigv4a", signingName: "farm", signingRegionSet: ["*"] }];
  const service: Service = {
    ...zoo,
    auth: [sigV4("zoo"), sigV4a("zoo")],
    resolveEndpoint: () => ({ url: new URL("https://example.com"), properties: { authSchemes } }),
  };
  await zooClient({ requestHandler }, service).send(variant({}));
  const { headers } = requestHandler.requests[0]!;
  expect(headers["x-amz-region-set"]).toBe("*");
  expect(headers["authorization"]).toContain("/farm/aws4_request");
});
