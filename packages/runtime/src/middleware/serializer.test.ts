import { HttpRequest } from "@smithy/core/transport";
import { expect, it } from "vitest";
import { answering, variant, zooClient } from "../testing/service.js";
import type { ClientConfig } from "../config/client-config.js";
import type { WireRequest } from "../operation.js";

const sent = async (request: Partial<WireRequest>, config: ClientConfig = {}) => {
  const requestHandler = answering({ body: "{}" });
  await zooClient({ requestHandler, ...config }).send(
    variant({ write: () => ({ method: "GET", path: "/a", ...request }) }),
  );
  return requestHandler.requests[0]!;
};

it("sends a request of the kind that handlers know", async () => {
  const request = await sent({ query: { b: ["1", "2"] }, headers: { c: "3" } });
  expect(HttpRequest.isInstance(request)).toBe(true);
  expect(request).toMatchObject({
    method: "GET",
    protocol: "https:",
    hostname: "zoo.us-east-1.amazonaws.com",
    path: "/a",
    query: { b: ["1", "2"] },
    headers: { c: "3", host: "zoo.us-east-1.amazonaws.com" },
  });
});

it.each([
  ["http://localhost:8080", { protocol: "http:", hostname: "localhost", port: 8080, path: "/a" }],
  ["https://zoo.example/base/", { hostname: "zoo.example", path: "/base/a" }],
])("sends to the endpoint given: %s", async (endpoint, expected) => {
  expect(await sent({}, { endpoint })).toMatchObject(expected);
});

it("names the port in the host header", async () => {
  const { headers } = await sent({}, { endpoint: "http://localhost:8080" });
  expect(headers["host"]).toBe("localhost:8080");
});

it("puts the host prefix before the host name", async () => {
  expect((await sent({ hostPrefix: "data." })).hostname).toBe("data.zoo.us-east-1.amazonaws.com");
});

it("leaves the host prefix out where it is disabled", async () => {
  const { hostname } = await sent({ hostPrefix: "data." }, { disableHostPrefix: true });
  expect(hostname).toBe("zoo.us-east-1.amazonaws.com");
});

it("does not send to a host name that is none", async () => {
  await expect(sent({ hostPrefix: "evil.example/" })).rejects.toThrow("is not a valid hostname");
});

it.each([
  ["ü", "2"],
  [new Uint8Array(3), "3"],
  ["", undefined],
  [undefined, undefined],
])("tells the length of the body", async (body, length) => {
  expect((await sent({ method: "POST", body })).headers["content-length"]).toBe(length);
});

it("speaks plain HTTP where TLS is switched off", async () => {
  expect((await sent({}, { tls: false })).protocol).toBe("http:");
});
