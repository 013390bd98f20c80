import { afterEach, expect, it, vi } from "vitest";
import { answering, FeedCommand, zooClient } from "../testing/service.js";

const cat = () => new FeedCommand({ animal: "cat" });
const now = new Date("2024-02-01T12:00:00Z");
const inAnHour = new Date("2024-02-01T13:00:00Z").toUTCString();

afterEach(() => {
  vi.useRealTimers();
});

it("signs again, with the service's time, when the clock is wrong", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  const requestHandler = answering(({ headers }) =>
    headers["x-amz-date"]!.startsWith("20240201T13")
      ? { body: "{}" }
      : {
          statusCode: 403,
          headers: { date: inAnHour, "x-amzn-errortype": "InvalidSignatureException" },
        },
  );
  const client = zooClient({ requestHandler, maxAttempts: 2 });
  await client.send(cat());
  expect(requestHandler.requests).toHaveLength(2);
  expect(client.config.systemClockOffset).toBe(3_600_000);
});

it("learns from successes, too", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  const client = zooClient({
    requestHandler: answering({ headers: { date: inAnHour }, body: "{}" }),
  });
  await client.send(cat());
  expect(client.config.systemClockOffset).toBe(3_600_000);
});

it.each([
  ["small differences", { date: new Date("2024-02-01T12:03:00Z").toUTCString() }],
  ["responses of caches", { date: inAnHour, age: "3600" }],
  ["dates that are none", { date: "tomorrow" }],
])("does not mind %s", async (_name, headers) => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  const client = zooClient({ requestHandler: answering({ headers, body: "{}" }) });
  await client.send(cat());
  expect(client.config.systemClockOffset).toBe(0);
});
