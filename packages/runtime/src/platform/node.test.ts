import { StandardRetryStrategy } from "@smithy/core/retry";
import { afterEach, expect, it } from "vitest";
import { answer, serve, type TestServer } from "../testing/server.js";
import {
  credentials,
  FeedCommand,
  TooManyError,
  ZooClient,
  type ZooServiceException,
} from "../testing/service.js";
import type { ClientConfig } from "../config/client-config.js";

let server: TestServer;
let client: ZooClient;

afterEach(async () => {
  client?.destroy();
  await server?.close();
});

/** A client of the server that waits for nothing but what the server asks for. */
const clientOf = (config: ClientConfig = {}): ZooClient => {
  client = new ZooClient({
    region: "us-east-1",
    credentials,
    endpoint: server.endpoint,
    retryStrategy: new StandardRetryStrategy({
      maxAttempts: 3,
      backoff: { setDelayBase: () => {}, computeNextBackoffDelay: () => 0 },
    }),
    ...config,
  });
  return client;
};

const cat = () => new FeedCommand({ animal: "cat" });
const fed = answer(200, '{"fed":"fish"}');
const tooMany = answer(429, '{"message":"slow down"}', { "x-amzn-errortype": "TooManyError" });

it("sends over HTTP, and keeps the connection for the next request", async () => {
  server = await serve(fed);
  clientOf();
  for (const _ of [1, 2, 3]) expect(await client.send(cat())).toMatchObject({ fed: "fish" });

  expect(server.requests).toHaveLength(3);
  expect(server.connections()).toBe(1);
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    url: "/animals/cat/feed",
    headers: { "content-type": "application/json", "content-length": "2" },
  });
});

it("tries again after 500", async () => {
  server = await serve(answer(500, "{}"), fed);
  const { $metadata } = await clientOf().send(cat());
  expect($metadata.attempts).toBe(2);
  const [first, second] = server.requests.map(({ headers }) => headers);
  expect(first!["amz-sdk-request"]).toBe("attempt=1; max=3");
  expect(second!["amz-sdk-request"]).toBe("attempt=2; max=3");
  expect(second!["amz-sdk-invocation-id"]).toBe(first!["amz-sdk-invocation-id"]);
});

it("waits as long as the service asks for", async () => {
  server = await serve(
    answer(429, "{}", { "x-amzn-errortype": "TooManyError", "retry-after": "0.2" }),
    fed,
  );
  const { $metadata } = await clientOf().send(cat());
  expect($metadata.totalRetryDelay).toBeGreaterThan(150);
});

it("gives up in the end, with the service's error", async () => {
  server = await serve(tooMany);
  const error: TooManyError = await clientOf()
    .send(cat())
    .then(
      () => expect.unreachable(),
      (thrown) => thrown,
    );
  expect(error).toBeInstanceOf(TooManyError);
  expect(error).toMatchObject({ message: "slow down", $metadata: { attempts: 3 } });
  expect(server.requests).toHaveLength(3);
});

it("does not repeat what the caller did wrong", async () => {
  server = await serve(answer(400, "{}"));
  await expect(clientOf().send(cat())).rejects.toMatchObject({ $metadata: { attempts: 1 } });
});

it.each([503, 429])("tries again after a %d of something in between", async (statusCode) => {
  server = await serve(answer(statusCode, "<html>busy</html>"), fed);
  expect((await clientOf().send(cat())).$metadata.attempts).toBe(2);
});

it("tries again after half an answer", async () => {
  server = await serve((_request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write('{"fed":', () => response.destroy());
  }, fed);
  expect((await clientOf().send(cat())).$metadata.attempts).toBe(2);
});

it("tries again after a lost connection", async () => {
  server = await serve((request) => request.socket.destroy(), fed);
  expect((await clientOf().send(cat())).$metadata.attempts).toBe(2);
});

it("ends with the number of attempts given", async () => {
  server = await serve(answer(500, "{}"));
  clientOf({ retryStrategy: undefined, maxAttempts: 1 });
  await expect(client.send(cat())).rejects.toMatchObject({ $metadata: { attempts: 1 } });
});

it("retries in adaptive mode, too", async () => {
  server = await serve(answer(500, "{}"), fed);
  clientOf({ retryStrategy: undefined, retryMode: "adaptive", maxAttempts: 2 });
  expect((await client.send(cat())).$metadata.attempts).toBe(2);
});

it("can be aborted before it begins", async () => {
  server = await serve(fed);
  const abortSignal = AbortSignal.abort();
  await expect(clientOf().send(cat(), { abortSignal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(server.requests).toHaveLength(0);
});

it("can be aborted while the service takes its time", async () => {
  const controller = new AbortController();
  server = await serve(() => controller.abort());
  await expect(clientOf().send(cat(), { abortSignal: controller.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(server.requests).toHaveLength(1);
});

it("can be aborted while it waits for another try", async () => {
  const controller = new AbortController();
  server = await serve((request, response) => {
    answer(429, "{}", { "retry-after": "4" })(request, response);
    response.on("close", () => setImmediate(() => controller.abort()));
  });
  await expect(clientOf().send(cat(), { abortSignal: controller.signal })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(server.requests).toHaveLength(1);
});

it("times out when a request takes too long", async () => {
  server = await serve(() => {}, fed);
  clientOf({ requestHandler: { requestTimeout: 20, throwOnRequestTimeout: true } });
  expect((await client.send(cat())).$metadata.attempts).toBe(2);
});

it("takes handler options through an extension", async () => {
  server = await serve(() => {}, fed);
  clientOf({
    extensions: [
      {
        configure(configuration) {
          configuration.updateHttpClientConfig("throwOnRequestTimeout", true);
          configuration.updateHttpClientConfig("requestTimeout", 20);
        },
      },
    ],
  });
  expect((await client.send(cat())).$metadata.attempts).toBe(2);
});

it("sets time limits by the defaults mode", async () => {
  server = await serve(fed);
  clientOf({ defaultsMode: "in-region" });
  await client.send(cat());
  expect(client.config.requestHandler.httpHandlerConfigs?.()).toMatchObject({
    connectionTimeout: 1100,
  });
});

it("says which error it was when nobody listens", async () => {
  server = await serve(fed);
  clientOf({ retryStrategy: undefined, maxAttempts: 1 });
  await server.close();
  await expect(client.send(cat())).rejects.toMatchObject({ code: "ECONNREFUSED" } as Partial<
    ZooServiceException & { code: string }
  >);
});
